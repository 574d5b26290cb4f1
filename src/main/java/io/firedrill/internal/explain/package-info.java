/**
 * Why a notification did not come: what the servers said about themselves when it was due, put into
 * words. Every {@link java.time.Instant} is virtual.
 */
package io.firedrill.internal.explain;
