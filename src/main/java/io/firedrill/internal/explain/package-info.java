/**
 * Explains why a notification is missing, from the state of the servers when it was due. Every
 * {@link java.time.Instant} is virtual.
 */
package io.firedrill.internal.explain;
