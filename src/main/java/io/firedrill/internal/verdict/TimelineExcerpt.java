package io.firedrill.internal.verdict;

import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The part of a timeline around a window; its own events are marked. */
final class TimelineExcerpt {

  /** The events of context before and after. */
  private static final int NEIGHBOURS = 6;

  private static final int LIMIT = 30;

  /** From one more on, repetitions of an event are counted. */
  private static final int MOST_ALIKE = 3;

  private final Timeline timeline;
  private final VirtualTime time;

  TimelineExcerpt(Timeline timeline) {
    this.timeline = timeline;
    this.time = new VirtualTime(timeline.start());
  }

  /** The lines around the window from one instant to another, both included. */
  List<String> around(Instant from, Instant to) {
    List<TimelineEvent> events = timeline.events();
    if (events.isEmpty()) {
      return List.of("no alert, no notification in the whole run");
    }
    int begin = (int) events.stream().filter(e -> shown(e).isBefore(from)).count();
    int end = (int) events.stream().filter(e -> !shown(e).isAfter(to)).count();
    int first = Math.max(0, begin - NEIGHBOURS);
    int cut = Math.min(end, begin + LIMIT);
    int last = Math.min(events.size(), cut < end ? cut : end + NEIGHBOURS);
    int width =
        events.subList(first, last).stream().mapToInt(e -> label(e).length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    if (first > 0) {
      lines.add("  ... " + Counts.of(first, "earlier event"));
    }
    for (int i = first; i < last; i++) {
      String mark = i >= begin && i < end ? "> " : "  ";
      String label = label(events.get(i));
      String gap = " ".repeat(width - label.length() + 2);
      lines.add(mark + label + gap + TimelineText.event(events.get(i)));
      int alike = alike(events, i, i < begin ? begin : i < end ? Math.min(end, last) : last);
      if (alike > MOST_ALIKE) {
        i += alike;
        String until = label(events.get(i));
        lines.add(mark + "... " + Counts.of(alike, "more time") + ", up to " + until);
      }
    }
    if (last < events.size()) {
      lines.add("  ... " + Counts.of(events.size() - last, "later event"));
    }
    return lines;
  }

  /** How many of the next events are the same. */
  private static int alike(List<TimelineEvent> events, int index, int end) {
    String text = TimelineText.event(events.get(index));
    int next = index + 1;
    while (next < end && TimelineText.event(events.get(next)).equals(text)) {
      next++;
    }
    return next - index - 1;
  }

  /** A notification's time as it is shown, so that the window agrees with what one reads. */
  private Instant shown(TimelineEvent event) {
    return event instanceof TimelineEvent.AlertChanged
        ? event.time()
        : time.arrivalInstant(event.time());
  }

  private String label(TimelineEvent event) {
    return TimelineText.time(event, time);
  }
}
