package io.firedrill.internal.scenario;

import io.firedrill.model.SampleValue;
import java.time.Duration;

/**
 * A recorded value with its own time.
 *
 * @param offset the virtual time since the scenario's start
 * @param value the value
 */
public record TimedValue(Duration offset, SampleValue value) {}
