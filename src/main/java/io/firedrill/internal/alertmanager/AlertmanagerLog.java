package io.firedrill.internal.alertmanager;

import java.time.Instant;
import java.util.List;

/** Reads Alertmanager's log of the level {@code debug}. */
public final class AlertmanagerLog {

  private static final String WITHIN_MUTE = "Notifications not sent, route is within mute time";
  private static final String NOT_ACTIVE =
      "Notifications not sent, route is not within active time";

  private AlertmanagerLog() {}

  /** Which kind of time interval muted a group. */
  public enum By {
    /** One of its route's {@code mute_time_intervals}. */
    MUTE,
    /** None of its route's {@code active_time_intervals} was active. */
    ACTIVE
  }

  /**
   * A group was muted. Alertmanager does not log which.
   *
   * @param line its line in the log
   * @param time when; virtual time
   */
  public record LoggedMute(int line, Instant time, By by) {}

  /** When a group was muted by a time interval, in the log's order. */
  public static List<LoggedMute> loggedMutes(String log) {
    return LogEntry.read(log, List.of(WITHIN_MUTE, NOT_ACTIVE)).stream()
        .map(
            e ->
                new LoggedMute(
                    e.line(), e.time(), e.message().equals(WITHIN_MUTE) ? By.MUTE : By.ACTIVE))
        .toList();
  }
}
