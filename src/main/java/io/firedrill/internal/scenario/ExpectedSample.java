package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Origin;
import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;

/**
 * A sample that a {@link PromqlExpectation} requires.
 *
 * @param labels all labels, including the metric name
 * @param value a number or a histogram, never a staleness marker
 * @param origin where the sample is written
 */
public record ExpectedSample(Labels labels, SampleValue value, Origin origin) {}
