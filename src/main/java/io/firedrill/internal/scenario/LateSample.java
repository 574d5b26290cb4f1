package io.firedrill.internal.scenario;

import io.firedrill.model.Sample;
import java.time.Instant;

/**
 * A sample that Prometheus gets later than at its time.
 *
 * @param sample the sample
 * @param arrival when Prometheus gets it
 */
public record LateSample(Sample sample, Instant arrival) {}
