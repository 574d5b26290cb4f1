/**
 * The virtual clock: the Java side of the launcher's control protocol.
 *
 * <p>Every {@link java.time.Instant} here is virtual. Wall-clock limits are {@link
 * java.time.Duration} parameters, and documented as such.
 */
package io.firedrill.internal.clock;
