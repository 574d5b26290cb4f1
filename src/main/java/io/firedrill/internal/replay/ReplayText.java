package io.firedrill.internal.replay;

import io.firedrill.internal.result.NotificationResult;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A replay as plain text: the numbers, and each message with its time. */
public final class ReplayText {

  private static final int BAR = 40;

  private final ReplaySummary summary;
  private final ReplayResult replay;
  private final List<String> lines = new ArrayList<>();

  private ReplayText(ReplayResult replay) {
    this.replay = replay;
    this.summary = ReplaySummary.of(replay);
  }

  /** Each notification, with its time, in order. */
  public static List<String> messages(ReplayResult replay) {
    return replay.result().notifications().stream().map(ReplayText::message).toList();
  }

  private static String message(NotificationResult message) {
    return "%s  %s %s  %s  %s  %s"
        .formatted(
            message.time(),
            message.integration(),
            message.receiver(),
            message.status(),
            Labels.copyOf(message.groupLabels()),
            counted(message.alerts().size(), "alert"));
  }

  /** The summary: totals, receivers, alerts and times. */
  public static List<String> summary(ReplayResult replay) {
    ReplayText text = new ReplayText(replay);
    text.head();
    text.receivers();
    text.alerts();
    text.times();
    text.notable("flapped: fired again within an hour of being resolved", text.summary.flapping());
    text.notable("fired without a notification", text.summary.unheard());
    return text.lines;
  }

  /** The number of notifications. */
  static String totals(ReplaySummary summary) {
    return "%s: %d firing, %d resolved"
        .formatted(
            counted(summary.messages(), "notification"),
            summary.firing(),
            summary.messages() - summary.firing());
  }

  private void head() {
    String version = replay.version().isEmpty() ? "" : " under " + replay.version();
    lines.add(
        "%s to %s%s: %s of %s"
            .formatted(
                replay.result().start(),
                replay.result().end(),
                version,
                counted(replay.samples(), "sample"),
                counted(replay.series(), "series")));
    int fired = summary.alerts().stream().mapToInt(AlertCount::fired).sum();
    lines.add(
        replay.receivers().isEmpty()
            ? "alerts fired " + times(fired) + "; without routes, there are no notifications"
            : "alerts fired " + times(fired) + "; " + totals(summary));
  }

  private void receivers() {
    if (!summary.receivers().isEmpty()) {
      heading("notifications", "firing", "resolved");
      for (ReceiverCount r : summary.receivers()) {
        row(r.integration() + " " + r.receiver(), r.firing(), r.resolved());
      }
    }
    if (!summary.silent().isEmpty()) {
      lines.add("  not notified: " + String.join(", ", summary.silent()));
    }
  }

  private void alerts() {
    if (summary.alerts().isEmpty()) {
      return;
    }
    heading("noisiest alerts", "notified", "fired", "series", "for");
    for (AlertCount a : summary.alerts()) {
      row(
          a.alertname(),
          a.messages(),
          a.fired(),
          a.series(),
          PrometheusDuration.format(Duration.ofSeconds(a.firingSeconds())));
    }
  }

  private void times() {
    if (summary.messages() == 0) {
      return;
    }
    heading("notifications per day, UTC");
    int most = summary.days().values().stream().mapToInt(n -> n).max().orElse(1);
    summary
        .days()
        .forEach(
            (day, n) ->
                bar(
                    day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT) + " " + day,
                    n,
                    most));
    heading("notifications per hour of the day, UTC");
    int busiest = summary.hours().stream().mapToInt(n -> n).max().orElse(1);
    IntStream.range(0, 24)
        .filter(hour -> summary.hours().get(hour) > 0)
        .forEach(hour -> bar("%02d:00".formatted(hour), summary.hours().get(hour), busiest));
  }

  private void notable(String title, List<NotableAlert> alerts) {
    if (alerts.isEmpty()) {
      return;
    }
    heading(title);
    for (NotableAlert alert : alerts) {
      lines.add(
          "  %s  %s, first at %s"
              .formatted(alert(alert.labels()), times(alert.times()), alert.first()));
    }
  }

  private void heading(String title, Object... columns) {
    lines.add("");
    if (columns.length == 0) {
      lines.add(title);
    } else {
      lines.add("%-50s".formatted(title) + cells(columns));
    }
  }

  private void row(String name, Object... cells) {
    lines.add("  %-48s".formatted(name) + cells(cells));
  }

  private static String cells(Object... cells) {
    StringBuilder text = new StringBuilder();
    for (Object cell : cells) {
      text.append(" %10s".formatted(cell));
    }
    return text.toString();
  }

  private void bar(String name, int count, int most) {
    String line =
        "  %-14s %5d %s".formatted(name, count, "#".repeat(count * BAR / Math.max(1, most)));
    lines.add(line.stripTrailing());
  }

  /** {@code Name{label="value"}}. */
  static String alert(Map<String, String> labels) {
    String name = labels.getOrDefault(Labels.ALERT_NAME, "");
    Labels others = Labels.copyOf(labels).without(Labels.ALERT_NAME);
    return others.isEmpty() && !name.isEmpty() ? name : name + others;
  }

  static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 || noun.endsWith("s") ? "" : "s");
  }

  static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }
}
