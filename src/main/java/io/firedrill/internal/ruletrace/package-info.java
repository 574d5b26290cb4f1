/**
 * Why a rule raised an alert or did not: what each part of its expression returned, asked of the
 * run's Prometheus after the run. Every {@link java.time.Instant} is virtual.
 */
package io.firedrill.internal.ruletrace;
