package io.firedrill.internal.inversion;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says in a few words what the values of a series are. */
final class SeriesComment {

  /** Values above are taken for times. */
  private static final double TIMESTAMP = 1e9;

  private SeriesComment() {}

  /**
   * The text.
   *
   * @param start the start of the test, in Unix seconds
   */
  static String of(Labels series, List<Part> parts, double step, double start) {
    List<String> texts = new ArrayList<>();
    Shape before = null;
    String first = "";
    int at = 0;
    for (Part part : parts) {
      Shape shape = part.shapes().getOrDefault(series, Shape.GONE);
      if (!shape.equals(before)) {
        String text = text(shape, at * step, step, start);
        boolean again = first.equals(text);
        String what = again ? text + " again" : text;
        texts.add(at == 0 ? text : what + " from " + time(at * step) + " on");
        first = at == 0 ? text : first;
      }
      before = shape;
      at += part.samples();
    }
    return texts.size() == 1 ? "always " + texts.get(0) : String.join(", ", texts);
  }

  private static String text(Shape shape, double from, double step, double start) {
    double slope = shape.slope().orElse(0);
    return switch (shape.kind()) {
      case GONE -> "absent";
      case LINE -> {
        if (shape.isCounter()) {
          yield slope == 0 ? "no increase" : NiceNumbers.text(slope * 60) + " a minute";
        }
        double level = shape.level().orElse(0) + slope * from;
        if (level > TIMESTAMP && Math.abs(slope - 1) < 1e-9) {
          double age = start + from - level;
          yield age < 0 ? time(-age) + " ahead of now" : age == 0 ? "now" : time(age) + " ago";
        }
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
