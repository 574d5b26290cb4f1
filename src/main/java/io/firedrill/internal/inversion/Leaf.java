package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Selector;

/**
 * A selector that reads series which no rule records.
 *
 * @param site where it is
 * @param selector the selector
 * @param needs the labels of its series, without the metric's name
 * @param isHistogram whether its series are the buckets of a classic histogram
 * @param isAggregated whether an aggregation above drops the labels that nothing needs
 */
record Leaf(Site site, Selector selector, Needs needs, boolean isHistogram, boolean isAggregated) {

  Leaf and(Needs more) {
    return new Leaf(site, selector, needs.and(more), isHistogram, isAggregated);
  }
}
