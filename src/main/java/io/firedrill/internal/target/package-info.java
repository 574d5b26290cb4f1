/**
 * Provides the targets that Prometheus scrapes. An address answers, depending on the virtual time,
 * with series, a file in an exposition format, a fault, or a real exporter's answer. Every {@link
 * java.time.Instant} is virtual.
 */
package io.firedrill.internal.target;
