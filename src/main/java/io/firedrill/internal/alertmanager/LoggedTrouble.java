package io.firedrill.internal.alertmanager;

import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What Alertmanager reports as failed in its log, at any log level: notifications that it gave up
 * ({@code Notify for alerts failed} in {@code dispatch/dispatch.go}), and warnings about a
 * configuration that it loads. Times are virtual.
 */
public final class LoggedTrouble {

  private static final Pattern SUSPICIOUS =
      Pattern.compile(" level=(warn|error) ", Pattern.CASE_INSENSITIVE);

  private static final String LOADING = "msg=\"Loading configuration file\"";
  private static final String LOADED = "msg=\"Completed loading of configuration file\"";

  private static final List<String> NOT_TOLD =
      List.of("ts", "time", "level", "caller", "source", "component", "file", "msg");

  private final List<GivenUp> givenUp = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Warning> loading = new ArrayList<>();
  private boolean isLoading;

  private LoggedTrouble() {}

  /**
   * A notification that Alertmanager will not retry.
   *
   * @param integration the kind, such as {@code webhook}
   * @param index which of the receiver's integrations of this kind, from 0
   * @param group the labels of its group; empty up to version 0.28, which does not report them
   * @param reason why, in Alertmanager's words
   * @param kind whether it was retried
   */
  public record GivenUp(
      Instant time,
      String receiver,
      String integration,
      int index,
      Labels group,
      String reason,
      Kind kind) {

    /** Whether a notification was retried. */
    public enum Kind {
      AT_ONCE,
      AFTER_RETRIES
    }
  }

  /**
   * A warning, or an error, about a configuration.
   *
   * @param message Alertmanager's first sentence, with the input that it is about
   */
  public record Warning(Instant time, String message) {}

  /** Reads a log. */
  public static LoggedTrouble read(String log) {
    LoggedTrouble trouble = new LoggedTrouble();
    log.lines().forEach(trouble::line);
    trouble.warnings.addAll(trouble.loading);
    return trouble;
  }

  /** The notifications that were given up, in the log's order. */
  public List<GivenUp> givenUp() {
    return List.copyOf(givenUp);
  }

  /** The warnings about configurations, each once for its loading. */
  public List<Warning> warnings() {
    return warnings.stream().distinct().toList();
  }

  private void line(String line) {
    if (line.contains(LOADING)) {
      warnings.addAll(loading);
      loading.clear();
      isLoading = true;
    } else if (line.contains(LOADED)) {
      isLoading = false;
    } else if (line.contains(AlertmanagerJudge.APPROVAL)) {
      loading.clear(); // This was only a check; the real loading says it again.
    } else if (SUSPICIOUS.matcher(line).find()) {
      LogEntry.of(0, line).ifPresent(this::suspicious);
    }
  }

  private void suspicious(LogEntry entry) {
    if (entry.message().equals(FailedNotification.MESSAGE)) {
      FailedNotification.of(entry).forEach(failed -> givenUp.add(givenUp(entry, failed)));
    } else if (isLoading) {
      String message = firstSentence(entry.message()) + rest(entry.fields());
      loading.add(new Warning(entry.time(), message));
    }
  }

  private static GivenUp givenUp(LogEntry entry, FailedNotification failed) {
    return new GivenUp(
        entry.time(),
        failed.receiver(),
        failed.integration(),
        failed.index(),
        entry.field("aggrGroup").map(GroupKey::labelsIn).orElse(Labels.empty()),
        FailedNotification.withoutAddress(failed.reason(), "RECEIVER"),
        failed.isRetried() ? GivenUp.Kind.AFTER_RETRIES : GivenUp.Kind.AT_ONCE);
  }

  /** Advice that follows is in the log. */
  private static String firstSentence(String message) {
    int end = message.indexOf(". ");
    return end < 0 ? message : message.substring(0, end);
  }

  private static String rest(Map<String, String> fields) {
    Map<String, String> rest = new TreeMap<>(fields);
    rest.keySet().removeAll(NOT_TOLD);
    StringBuilder text = new StringBuilder();
    rest.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? " (" : ", ").append(name).append(": ").append(value));
    return text.isEmpty() ? "" : text.append(')').toString();
  }
}
