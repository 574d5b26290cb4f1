package io.firedrill.internal.replay;

import io.firedrill.internal.report.MarkdownText;
import io.firedrill.internal.source.PrometheusDuration;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A replay in GitHub's Markdown, for pull requests and job summaries. */
public final class ReplayMarkdown {

  /** The maximum number of rows in a table. */
  private static final int ROWS = 50;

  private ReplayMarkdown() {}

  /** The summary of each version's replay, one after the other. */
  public static String of(List<ReplayResult> replays) {
    return replays.stream().map(ReplayMarkdown::of).collect(Collectors.joining("\n"));
  }

  private static String of(ReplayResult replay) {
    ReplaySummary summary = ReplaySummary.of(replay);
    StringBuilder text = new StringBuilder("## Firedrill: replay");
    if (!replay.version().isEmpty()) {
      text.append(" under ").append(MarkdownText.plain(replay.version()));
    }
    text.append(
        "\n\n%s to %s, %s of %s. %s.\n"
            .formatted(
                replay.result().start(),
                replay.result().end(),
                ReplayText.counted(replay.samples(), "sample"),
                ReplayText.counted(replay.series(), "series"),
                ReplayText.totals(summary)));
    table(
        text,
        "| Receiver | Integration | Firing | Resolved |\n|---|---|--:|--:|\n",
        summary.receivers().stream()
            .map(
                r ->
                    "| %s | %s | %d | %d |"
                        .formatted(
                            MarkdownText.plain(r.receiver()),
                            MarkdownText.plain(r.integration()),
                            r.firing(),
                            r.resolved()))
            .toList());
    table(
        text,
        "| Alert | Notifications | Fired | Series | For |\n|---|--:|--:|--:|--:|\n",
        summary.alerts().stream()
            .map(
                a ->
                    "| %s | %d | %d | %d | %s |"
                        .formatted(
                            MarkdownText.plain(a.alertname()),
                            a.messages(),
                            a.fired(),
                            a.series(),
                            PrometheusDuration.format(Duration.ofSeconds(a.firingSeconds()))))
            .toList());
    notable(text, "Flapped", summary.flapping());
    notable(text, "Fired without a notification", summary.unheard());
    table(
        text,
        "| Warning | Where |\n|---|---|\n",
        replay.result().warnings().stream()
            .map(
                w ->
                    "| %s | %s |"
                        .formatted(
                            MarkdownText.plain(w.message()),
                            MarkdownText.code(w.file() + ":" + w.line())))
            .toList());
    text.append("\n").append(MarkdownText.plain(replay.servers())).append("\n");
    return text.toString();
  }

  private static void notable(StringBuilder text, String title, List<NotableAlert> alerts) {
    table(
        text,
        "| " + title + " | Times | First |\n|---|--:|---|\n",
        alerts.stream()
            .map(
                a ->
                    "| %s | %d | %s |"
                        .formatted(
                            MarkdownText.code(ReplayText.alert(a.labels())), a.times(), a.first()))
            .toList());
  }

  private static void table(StringBuilder text, String head, List<String> rows) {
    if (rows.isEmpty()) {
      return;
    }
    text.append("\n").append(head);
    rows.stream().limit(ROWS).forEach(row -> text.append(row).append("\n"));
    if (rows.size() > ROWS) {
      text.append("\n").append(rows.size() - ROWS).append(" more.\n");
    }
  }
}
