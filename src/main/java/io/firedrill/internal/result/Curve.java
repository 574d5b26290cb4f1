package io.firedrill.internal.result;

import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The points of a line, thinned out for a chart. */
final class Curve {

  /** A chart is about a thousand pixels wide. */
  static final int POINTS = 500;

  private record Point(double time, double value) {}

  private final List<Point> points;
  private final boolean drawable;

  private Curve(List<Point> points, boolean drawable) {
    this.points = points;
    this.drawable = drawable;
  }

  /** A curve of samples of a run. Staleness markers and NaN become gaps. */
  static Curve of(List<Sample> samples, Instant start, Duration length) {
    List<Point> points = new ArrayList<>();
    boolean drawable = samples.isEmpty();
    for (Sample sample : samples) {
      if (!sample.time().isAfter(start.plus(length))) {
        double value =
            sample.value() instanceof SampleValue.Number number && Double.isFinite(number.value())
                ? number.value()
                : Double.NaN;
        points.add(new Point(new Offsets(start).of(sample.time()), value));
      }
      drawable = drawable || !(sample.value() instanceof SampleValue.Histogram);
    }
    return new Curve(points, drawable);
  }

  /** False if all samples are histograms. */
  boolean isDrawable() {
    return drawable;
  }

  PictureLine line(Labels labels) {
    List<Point> kept = thinned(withoutMiddles(points));
    return new PictureLine(
        labels.asMap(),
        kept.stream().map(Point::time).toList(),
        kept.stream().map(Point::value).toList());
  }

  /** Keeps only the first and the last of equal consecutive values. */
  private static List<Point> withoutMiddles(List<Point> points) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      boolean middle =
          i > 0
              && i < points.size() - 1
              && same(points.get(i), points.get(i - 1))
              && same(points.get(i), points.get(i + 1));
      if (!middle) {
        kept.add(points.get(i));
      }
    }
    return kept;
  }

  private static boolean same(Point a, Point b) {
    return Double.compare(a.value, b.value) == 0;
  }

  /**
   * Keeps the first and the last point, and the minimum, the maximum and a gap of each stretch
   * between.
   */
  private static List<Point> thinned(List<Point> points) {
    if (points.size() <= POINTS) {
      return points;
    }
    int inner = points.size() - 2;
    int stretches = (POINTS - 2) / 3;
    List<Point> kept = new ArrayList<>();
    kept.add(points.get(0));
    for (int i = 0; i < stretches; i++) {
      int from = 1 + (int) ((long) inner * i / stretches);
      int to = 1 + (int) ((long) inner * (i + 1) / stretches);
      keep(points.subList(from, to), kept);
    }
    kept.add(points.get(points.size() - 1));
    return kept;
  }

  private static void keep(List<Point> stretch, List<Point> kept) {
    int least = -1;
    int most = -1;
    int gap = -1;
    for (int i = 0; i < stretch.size(); i++) {
      double value = stretch.get(i).value;
      if (Double.isNaN(value)) {
        gap = i;
      } else {
        least = least < 0 || value < stretch.get(least).value ? i : least;
        most = most < 0 || value > stretch.get(most).value ? i : most;
      }
    }
    for (int i = 0; i < stretch.size(); i++) {
      if (i == least || i == most || i == gap) {
        kept.add(stretch.get(i));
      }
    }
  }
}
