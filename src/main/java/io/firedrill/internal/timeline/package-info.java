/**
 * What happened in a run, as it was observed: behind the interfaces of {@link io.firedrill.model}.
 * Every {@link java.time.Instant} is virtual.
 */
package io.firedrill.internal.timeline;
