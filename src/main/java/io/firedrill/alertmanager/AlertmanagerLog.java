package io.firedrill.alertmanager;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads Alertmanager's log, as it is written with {@code --log.level=debug}. */
public final class AlertmanagerLog {

  private static final Pattern MUTED =
      Pattern.compile(
          "(?m)^(?:ts|time)=(\\S+) .*msg=\"Notifications not sent, route is"
              + " (?:within mute|not within active) time\"");

  private AlertmanagerLog() {}

  /** When a group was not told of because of a time interval, in order; virtual time. */
  public static List<Instant> mutes(String log) {
    return MUTED.matcher(log).results().map(AlertmanagerLog::time).sorted().toList();
  }

  private static Instant time(MatchResult entry) {
    return Instant.parse(entry.group(1));
  }
}
