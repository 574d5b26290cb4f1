package io.firedrill.report;

import io.firedrill.verdict.ScenarioResult;
import java.time.Duration;

/**
 * A result, and how long it took.
 *
 * @param result the result
 * @param wallClock how long the test ran, in wall-clock time
 */
public record TimedResult(ScenarioResult result, Duration wallClock) {}
