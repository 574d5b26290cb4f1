package io.firedrill.internal.inversion;

import io.firedrill.model.Labels;

/**
 * A series that a test feeds.
 *
 * @param labels its labels
 * @param values its values, in promtool's notation
 * @param comment what its values are about
 */
public record PlannedSeries(Labels labels, String values, String comment) {}
