/**
 * What a run observed, held against what a scenario, or a test in Java, expects: pure functions
 * from one to a list of failures that a person can read.
 */
package io.firedrill.internal.verdict;
