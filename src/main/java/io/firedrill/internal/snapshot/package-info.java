/** Files with approved timelines of tests, as text. */
package io.firedrill.internal.snapshot;
