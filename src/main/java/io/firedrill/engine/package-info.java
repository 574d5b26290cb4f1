/**
 * Drives a rig through a scenario and records what happened. Imports everything but the rigs'
 * implementations and the front doors. Every {@link java.time.Instant} is virtual.
 */
package io.firedrill.engine;
