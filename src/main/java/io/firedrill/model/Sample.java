package io.firedrill.model;

import java.time.Instant;

/**
 * One value of a series at one virtual time.
 *
 * @param time the exact timestamp; Prometheus keeps milliseconds
 * @param value the value
 */
public record Sample(Instant time, SampleValue value) {}
