/**
 * Which rules and routes tests have covered: {@link io.firedrill.internal.coverage.RunCoverage}
 * computes it for one run, {@link io.firedrill.internal.coverage.Coverage} merges several tests,
 * and {@link io.firedrill.internal.coverage.CoverageMinimum} checks whether it is sufficient. Every
 * {@link java.time.Instant} is virtual.
 */
package io.firedrill.internal.coverage;
