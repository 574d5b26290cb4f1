/**
 * Compares runs of two versions of rules and routes on the same data: which alerts and
 * notifications appear, vanish, move in time, or change their receiver or text.
 */
package io.firedrill.internal.comparison;
