package io.firedrill.internal.coverage;

/**
 * A test and what it covered.
 *
 * @param test how people find the test: {@code scenarios/queue.yml:4 a full queue}
 * @param covered what it covered
 */
public record TestCoverage(String test, CoverageResult covered) {}
