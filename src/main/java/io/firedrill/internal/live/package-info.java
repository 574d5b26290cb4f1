/** Drills that Java code moves step by step, on servers: what the API of drills does. */
package io.firedrill.internal.live;
