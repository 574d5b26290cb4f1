/** The API of drills that Java code moves step by step. */
package io.firedrill.drill;
