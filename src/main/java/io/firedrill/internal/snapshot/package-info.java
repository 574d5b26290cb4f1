/**
 * Files that hold what people have approved: the timelines of tests, as text. Imports {@code
 * source}.
 */
package io.firedrill.internal.snapshot;
