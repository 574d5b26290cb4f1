package io.firedrill.internal.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The reasons of several instants, in order: one for each period in which it is the same. */
final class ReasonSpans {

  /** More would fill the screen. */
  private static final int MOST = 10;

  private record Span(Instant from, Instant to, String reason) {}

  private final List<Span> spans = new ArrayList<>();

  void add(Instant instant, String reason) {
    int last = spans.size() - 1;
    if (last >= 0 && spans.get(last).reason().equals(reason)) {
      spans.set(last, new Span(spans.get(last).from(), instant, reason));
    } else {
      spans.add(new Span(instant, instant, reason));
    }
  }

  /**
   * A line for each.
   *
   * @param subject what they are about
   * @param times how times are written
   */
  List<String> lines(String subject, Function<Instant, String> times) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, spans.size()); i++) {
      lines.add(subject + " " + window(spans.get(i), times) + ": " + reason(i));
    }
    if (spans.size() > MOST) {
      lines.add("and so on, up to " + window(spans.get(spans.size() - 1), times));
    }
    return lines;
  }

  /** What becomes of a flush is not said twice. */
  private String reason(int i) {
    String reason = spans.get(i).reason();
    String next = i + 1 < spans.size() ? Waiting.AT_THAT_FLUSH + outcome(i + 1) : reason;
    return reason.endsWith(next) && !next.equals(reason)
        ? reason.substring(0, reason.length() - next.length())
        : reason;
  }

  /** Without the time of the flush, which the line before has. */
  private String outcome(int i) {
    return spans.get(i).reason().replaceFirst(FlushOutcome.AT_THE_FLUSH + "[^;]*; no ", "; no ");
  }

  private static String window(Span span, Function<Instant, String> times) {
    String from = times.apply(span.from());
    String to = times.apply(span.to());
    return from.equals(to) ? "at " + from : "from " + from + " to " + to;
  }
}
