package io.firedrill.scenario;

import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;
import io.firedrill.source.Position;

/**
 * A sample that a {@link PromqlExpectation} wants.
 *
 * @param labels all labels, the metric name among them
 * @param value a number or a histogram, never a staleness marker
 * @param position where the sample is written
 */
public record ExpectedSample(Labels labels, SampleValue value, Position position) {}
