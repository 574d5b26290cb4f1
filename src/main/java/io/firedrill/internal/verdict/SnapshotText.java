package io.firedrill.internal.verdict;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.text.HtmlText;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import io.firedrill.model.TimelineEvent.AlertChanged;
import io.firedrill.model.TimelineEvent.NotificationFailed;
import io.firedrill.model.TimelineEvent.Notified;
import io.firedrill.model.TimelineEvent.Warned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A timeline as text for approval: state changes of alerts, and notifications with the texts that
 * people read. Times are virtual offsets from the start; those of notifications are rounded down to
 * the second. It contains nothing that differs from run to run, and no actions or failed attempts.
 */
public final class SnapshotText {

  private static final String NOTHING = "no alert, no notification";

  private final VirtualTime time;
  private final List<String> lines = new ArrayList<>();

  private SnapshotText(VirtualTime time) {
    this.time = time;
  }

  /** The lines; at least one, none of them blank at its end, and none empty. */
  public static List<String> lines(Timeline timeline) {
    SnapshotText text = new SnapshotText(new VirtualTime(timeline.start()));
    timeline.events().forEach(text::add);
    return text.lines.isEmpty() ? List.of(NOTHING) : List.copyOf(text.lines);
  }

  private void add(TimelineEvent event) {
    if (event instanceof AlertChanged change) {
      String at = PrometheusDuration.format(time.offset(change.time()));
      lines.add(at + "  " + TimelineText.event(change));
    } else if (event instanceof Notified notified) {
      add(notified.notification());
    } else if (event instanceof NotificationFailed || event instanceof Warned) {
      String at = PrometheusDuration.format(time.arrivalOffset(event.time()));
      lines.add(at + "  " + printable(TimelineText.event(event)));
    }
  }

  private void add(Notification n) {
    String at = PrometheusDuration.format(time.arrivalOffset(n.time()));
    String which = n.index() == 0 ? "" : " no. " + (n.index() + 1);
    lines.add(
        String.join(
            "  ",
            at,
            n.integration() + which + " " + n.receiver(),
            n.status(),
            n.groupLabels().toString()));
    for (NotifiedAlert alert : n.alerts()) {
      lines.add("  " + alert.status() + " " + SeriesText.alert(alert.labels()));
      if (n.message().isEmpty()) {
        alert.annotations().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(e -> value("    " + e.getKey(), e.getValue()));
      }
    }
    n.message().ifPresent(this::add);
  }

  /** Leaves out fields that repeat title or text. */
  private void add(Message message) {
    Map<String, String> fields = new TreeMap<>(message.shownFields());
    fields.values().removeIf(v -> v.equals(message.title()) || v.equals(message.text()));
    fields.computeIfPresent("html", (name, html) -> HtmlText.of(html));
    fields.values().removeIf(v -> HtmlText.isSame(v, message.text()));
    if (!message.title().isEmpty()) {
      value("  title", message.title());
    }
    if (!message.text().isEmpty()) {
      value("  text", message.text());
    }
    fields.forEach((name, value) -> value("  fields." + name, value));
  }

  /** On one line, or on lines of their own below the name. */
  private void value(String name, String value) {
    List<String> parts = value.lines().map(SnapshotText::printable).toList();
    if (parts.size() <= 1) {
      lines.add((name + ": " + String.join("", parts)).stripTrailing());
      return;
    }
    String indent = " ".repeat(name.length() - name.stripLeading().length() + 2);
    lines.add(name + ":");
    parts.forEach(part -> lines.add((indent + "| " + part).stripTrailing()));
  }

  /** Text files hold no control characters. */
  private static String printable(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                result.append(String.format("\\u%04X", c));
              } else {
                result.appendCodePoint(c);
              }
            });
    return result.toString();
  }
}
