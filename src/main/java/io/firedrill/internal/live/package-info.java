/** Drills on servers, behind the interfaces of {@code drill}. */
package io.firedrill.internal.live;
