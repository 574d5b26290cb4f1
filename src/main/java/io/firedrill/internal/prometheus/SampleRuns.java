package io.firedrill.internal.prometheus;

import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits series that alternate between floats and histograms. Prometheus stores all floats of a
 * request first, including staleness markers, and then drops older histograms of the series.
 */
final class SampleRuns {

  private SampleRuns() {}

  /** The requests to send, in order; usually one. */
  static List<List<Series>> requests(List<Series> series) {
    List<List<Series>> requests = new ArrayList<>();
    for (Series whole : series) {
      int request = 0;
      int from = 0;
      List<Sample> samples = whole.samples();
      for (int i = 1; i <= samples.size(); i++) {
        if (i == samples.size() || isHistogram(samples.get(i)) != isHistogram(samples.get(from))) {
          if (requests.size() == request) {
            requests.add(new ArrayList<>());
          }
          requests.get(request++).add(new Series(whole.labels(), samples.subList(from, i)));
          from = i;
        }
      }
    }
    return requests;
  }

  private static boolean isHistogram(Sample sample) {
    return sample.value() instanceof SampleValue.Histogram;
  }
}
