/**
 * Serves the connections that programs under the virtual clock make: a socket for each, on which
 * the time stands still until it is answered, and HTTP on such a socket, whose answers may come at
 * a later virtual time. Every {@link java.time.Instant} is virtual.
 */
package io.firedrill.internal.relay;
