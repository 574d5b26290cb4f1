/** Tests of scenario files: reading everything that they name, running and judging them. */
package io.firedrill.internal.suite;
