/** Files that hold what people have approved: the timelines of tests, as text. */
package io.firedrill.internal.snapshot;
