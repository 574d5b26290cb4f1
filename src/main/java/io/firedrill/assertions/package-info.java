/**
 * AssertJ assertions about drills: alerts, receivers, queries and timelines. The comparisons and
 * most of the messages are those of scenario files, in {@code internal.verdict}; each of the other
 * messages has its own class.
 */
@NullMarked
package io.firedrill.assertions;

import org.jspecify.annotations.NullMarked;
