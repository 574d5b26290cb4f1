/**
 * Explains why a notification is missing, or why one came, from what the servers said of it.
 *
 * <p>{@link io.firedrill.internal.explain.Groups} has the flushes of each group, as Alertmanager
 * logged them; {@link io.firedrill.internal.explain.FlushHistory} says what was in the group then,
 * and what became of it. Every {@link java.time.Instant} is virtual.
 */
package io.firedrill.internal.explain;
