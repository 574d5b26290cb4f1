package io.firedrill.internal.coverage;

/**
 * A test and what it covered.
 *
 * @param test the test's place and name: {@code scenarios/queue.yml:4 a full queue}
 * @param covered what it covered
 */
public record TestCoverage(String test, CoverageResult covered) {}
