/**
 * Serves connections of programs under the virtual clock: each has a socket, and time does not
 * advance until it is answered. HTTP answers on such sockets may be sent at a later virtual time.
 * Every {@link java.time.Instant} is virtual.
 */
package io.firedrill.internal.relay;
