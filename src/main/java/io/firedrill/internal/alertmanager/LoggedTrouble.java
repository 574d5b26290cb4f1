package io.firedrill.internal.alertmanager;

import io.firedrill.internal.series.MatcherNotation;
import io.firedrill.internal.series.SeriesSyntaxException;
import io.firedrill.internal.source.GoString;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Alertmanager reports as failed in its log, at any log level: notifications that it gave up
 * ({@code Notify for alerts failed} in {@code dispatch/dispatch.go}), and warnings about a
 * configuration that it loads. Times are virtual.
 */
public final class LoggedTrouble {

  private static final Pattern SUSPICIOUS =
      Pattern.compile(" level=(warn|error) ", Pattern.CASE_INSENSITIVE);

  private static final String GIVEN_UP = "Notify for alerts failed";
  private static final String LOADING = "msg=\"Loading configuration file\"";
  private static final String LOADED = "msg=\"Completed loading of configuration file\"";

  /** Errors of several integrations are joined with a line end, up to 0.30 with a semicolon. */
  private static final Pattern FAILED =
      Pattern.compile(
          "(?:^|; |\\n)([^\\n]*?)/([a-z0-9]+)\\[(\\d+)]: notify retry canceled"
              + "( due to unrecoverable error)? after (\\d+) attempts: ");

  /** Where a receiver's stand-in listens differs from run to run. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://127\\.0\\.0\\.1:\\d+[^\\s\":;,]*|127\\.0\\.0\\.1:\\d+(->127\\.0\\.0\\.1:\\d+)?");

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
      try {
        suspicious(Logfmt.fields(line));
      } catch (GoString.BadStringException | DateTimeParseException e) {
        return; // Not a line of the log: the last one of a server that was killed.
      }
    }
  }

  private void suspicious(Map<String, String> fields) {
    Instant time = Instant.parse(fields.getOrDefault("time", fields.getOrDefault("ts", "")));
    String message = fields.getOrDefault("msg", "");
    if (message.equals(GIVEN_UP)) {
      givenUp(time, fields);
    } else if (isLoading) {
      loading.add(new Warning(time, firstSentence(message) + rest(fields)));
    }
  }

  private void givenUp(Instant time, Map<String, String> fields) {
    String errors = fields.getOrDefault("err", "");
    Labels group =
        Optional.ofNullable(fields.get("aggrGroup"))
            .map(LoggedTrouble::group)
            .orElse(Labels.empty());
    Matcher failed = FAILED.matcher(errors);
    boolean found = failed.find();
    while (found) {
      String receiver = failed.group(1);
      String integration = failed.group(2);
      int index = Integer.parseInt(failed.group(3));
      GivenUp.Kind kind =
          failed.group(4) == null ? GivenUp.Kind.AFTER_RETRIES : GivenUp.Kind.AT_ONCE;
      int begin = failed.end();
      found = failed.find();
      String reason = errors.substring(begin, found ? failed.start() : errors.length());
      givenUp.add(
          new GivenUp(time, receiver, integration, index, group, withoutAddress(reason), kind));
    }
  }

  private static String withoutAddress(String reason) {
    return ADDRESS.matcher(reason.strip()).replaceAll("RECEIVER");
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

  /** The labels at the end of a group's key: {@code {}/{team="data"}:{alertname="QueueFull"}}. */
  private static Labels group(String key) {
    int depth = 0;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == '"') {
        i = GoString.read(key, i).end() - 1;
      } else if (c == ':' && depth == 0) {
        return labels(key.substring(i + 1));
      } else {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
    }
    return Labels.empty();
  }

  private static Labels labels(String text) {
    try {
      Map<String, String> labels = new TreeMap<>();
      if (!text.equals("{}")) {
        MatcherNotation.parse(text).forEach(m -> labels.put(m.name(), m.value()));
      }
      return Labels.copyOf(labels);
    } catch (SeriesSyntaxException e) {
      return Labels.empty();
    }
  }
}
