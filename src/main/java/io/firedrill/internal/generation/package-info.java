/**
 * Generates scenarios for alerting rules that have none: lets a real Prometheus try inputs that
 * {@code internal.inversion} proposes, and writes what it did as expectations. Every {@link
 * java.time.Instant} is virtual.
 */
package io.firedrill.internal.generation;
