/**
 * AssertJ assertions about drills: alerts, receivers, queries and timelines. The comparisons, and
 * most of the messages, are those of scenario files, in {@code verdict}; each other message is a
 * class of its own. Imports {@code model}, {@code source}, {@code series}, {@code scenario}, {@code
 * prometheus}, {@code verdict} and {@code engine}.
 */
package io.firedrill.assertions;
