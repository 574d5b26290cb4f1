package io.firedrill.internal.inversion;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says in a few words what the values of a series are. */
final class SeriesComment {

  private SeriesComment() {}

  static String of(Labels series, List<Part> parts, double step) {
    List<String> texts = new ArrayList<>();
    Shape before = null;
    int at = 0;
    for (Part part : parts) {
      Shape shape = part.shapes().getOrDefault(series, Shape.GONE);
      if (!shape.equals(before)) {
        String text = text(shape, at * step, step);
        texts.add(at == 0 ? text : text + " from " + time(at * step) + " on");
      }
      before = shape;
      at += part.samples();
    }
    return String.join(", ", texts);
  }

  private static String text(Shape shape, double from, double step) {
    double slope = shape.slope().orElse(0);
    return switch (shape.kind()) {
      case GONE -> "absent";
      case LINE -> {
        if (shape.isCounter()) {
          yield slope == 0 ? "no increase" : NiceNumbers.text(slope * 60) + " a minute";
        }
        double level = shape.level().orElse(0) + slope * from;
        yield slope == 0
            ? NiceNumbers.text(level)
            : NiceNumbers.text(level)
                + (slope > 0 ? ", rising " : ", falling ")
                + "by "
                + NiceNumbers.text(Math.abs(slope) * 60)
                + " a minute";
      }
      case CHANGING -> "a change every " + time(distance(shape, step));
      case RESTARTING -> "a restart every " + time(distance(shape, step));
      case SWINGING ->
          NiceNumbers.text(shape.size())
              + " above and below "
              + NiceNumbers.text(shape.level().orElse(0));
      case SPARSE -> "a sample every " + time(distance(shape, step));
      case HISTOGRAM -> "observations of " + NiceNumbers.text(shape.level().orElse(0));
    };
  }

  private static double distance(Shape shape, double step) {
    return Math.max(1, Math.floor(1 / (shape.size() * step) + 1e-9)) * step;
  }

  private static String time(double seconds) {
    return PrometheusDuration.format(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
