/**
 * What tests have covered of rules and routes, and what they have not: {@link
 * io.firedrill.internal.coverage.RunCoverage} says it of one run, {@link
 * io.firedrill.internal.coverage.Coverage} of many, and {@link
 * io.firedrill.internal.coverage.CoverageMinimum} whether it is enough. Every {@link
 * java.time.Instant} is virtual.
 */
package io.firedrill.internal.coverage;
