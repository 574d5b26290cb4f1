/**
 * The observed events of a run: implements the interfaces of {@link io.firedrill.model}. Every
 * {@link java.time.Instant} is virtual.
 */
package io.firedrill.internal.timeline;
