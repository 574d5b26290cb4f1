package io.firedrill.internal.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a test runs, in virtual time.
 *
 * @param start the first evaluation
 * @param interval the time between two values of an input series
 * @param runFor how long to run, if the file sets it
 */
public record ScenarioTimes(Instant start, Duration interval, Optional<Duration> runFor) {}
