/**
 * What a replay tells: how many messages, to whom, about what and when. Imports {@code model},
 * {@code source}, {@code result}, and {@code report} for its Markdown. Times are the recording's
 * own; days and hours are UTC.
 */
package io.firedrill.internal.replay;
