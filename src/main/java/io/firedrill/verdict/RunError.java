package io.firedrill.verdict;

import io.firedrill.source.Position;

/**
 * Why a run could not be brought to its end, so that there is no verdict.
 *
 * @param position what in the scenario file it is about; the test itself where nothing smaller is
 * @param summary the error in one line
 * @param text the error in full, perhaps with the end of a server's log
 */
public record RunError(Position position, String summary, String text) {}
