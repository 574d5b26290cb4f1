/**
 * Stands in for what Prometheus scrapes: what answers at an address at a virtual time, be it
 * series, a file in an exposition format, a failure, or a real exporter. Every {@link
 * java.time.Instant} is virtual.
 */
package io.firedrill.internal.target;
