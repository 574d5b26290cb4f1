/** Implements the interfaces of {@code drill} with running servers. */
package io.firedrill.internal.live;
