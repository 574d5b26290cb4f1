/**
 * What two versions of rules and routes do with the same data: which alerts and notifications
 * appear, vanish, move in time, or change their receiver or text. Imports {@code model}, {@code
 * source}, {@code result} and {@code verdict}.
 */
package io.firedrill.internal.comparison;
