/**
 * What two versions of rules and routes do with the same data: which alerts and notifications
 * appear, vanish, move in time, or change their receiver or text.
 */
package io.firedrill.internal.comparison;
