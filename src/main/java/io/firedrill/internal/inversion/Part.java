package io.firedrill.internal.inversion;

import io.firedrill.model.Labels;
import java.util.Map;

/**
 * A part of a test.
 *
 * @param shapes the shapes of the series
 * @param samples its length
 */
record Part(Map<Labels, Shape> shapes, int samples) {}
