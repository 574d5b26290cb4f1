package io.firedrill.internal.alertmanager;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads Alertmanager's log of the level {@code debug}. */
public final class AlertmanagerLog {

  private static final Pattern MUTED =
      Pattern.compile(
          "(?m)^(?:ts|time)=(\\S+) .*msg=\"Notifications not sent, route is"
              + " (within mute|not within active) time\"");

  private AlertmanagerLog() {}

  /** Which kind of time interval muted a group. */
  public enum By {
    /** One of its route's {@code mute_time_intervals}. */
    MUTE,
    /** None of its route's {@code active_time_intervals} was active. */
    ACTIVE
  }

  /**
   * A group was muted.
   *
   * @param time when; virtual time
   */
  public record LoggedMute(Instant time, By by) {}

  /** When a group was muted by a time interval, in order; virtual time. */
  public static List<Instant> mutes(String log) {
    return loggedMutes(log).stream().map(LoggedMute::time).sorted().toList();
  }

  /** The same with the kind of interval, in the log's order. */
  public static List<LoggedMute> loggedMutes(String log) {
    return MUTED.matcher(log).results().map(AlertmanagerLog::mute).toList();
  }

  private static LoggedMute mute(MatchResult entry) {
    By by = entry.group(2).equals("within mute") ? By.MUTE : By.ACTIVE;
    return new LoggedMute(Instant.parse(entry.group(1)), by);
  }
}
