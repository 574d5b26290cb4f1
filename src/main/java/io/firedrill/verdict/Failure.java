package io.firedrill.verdict;

import io.firedrill.source.Position;

/**
 * One expectation that was not met.
 *
 * @param kind what kind of failure it is
 * @param position where the expectation stands in the scenario file
 * @param summary the failure in one line, without the position
 * @param text the failure in full, several lines without a line end after the last: position and
 *     summary, expected beside the nearest actual, and the timeline around it in virtual time
 */
public record Failure(FailureKind kind, Position position, String summary, String text) {}
