package io.firedrill.internal.alertmanager;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A notification that Alertmanager gave up, as its log says: {@code RECEIVER/INTEGRATION[INDEX]:
 * notify retry canceled after ATTEMPTS attempts: REASON} ({@code notify/notify.go}).
 *
 * @param integration the kind, such as {@code webhook}
 * @param index which of the receiver's integrations of this kind, from 0
 * @param isRetried whether it was given up after retries, and not for an unrecoverable error
 * @param reason Alertmanager's words
 */
record FailedNotification(
    String receiver,
    String integration,
    int index,
    int attempts,
    boolean isRetried,
    String reason) {

  /** The message of the log's entry. */
  static final String MESSAGE = "Notify for alerts failed";

  /** Errors of several integrations are joined with a line end, up to 0.30 with a semicolon. */
  private static final Pattern ERROR =
      Pattern.compile(
          "(?:^|; |\\n)([^\\n]*?)/([a-z0-9_]+)\\[(\\d+)]: notify retry canceled"
              + "( due to unrecoverable error)? after (\\d+) attempts: ");

  /** Where a receiver's stand-in listens differs from run to run. */
  private static final Pattern STAND_IN =
      Pattern.compile(
          "https?://127\\.0\\.0\\.1:\\d+[^\\s\":;,]*|127\\.0\\.0\\.1:\\d+(->127\\.0\\.0\\.1:\\d+)?");

  /** One entry may be about several integrations of a receiver. */
  static List<FailedNotification> of(LogEntry entry) {
    String errors = entry.field("err").orElse("");
    List<FailedNotification> failed = new ArrayList<>();
    Matcher error = ERROR.matcher(errors);
    boolean found = error.find();
    while (found) {
      String receiver = error.group(1);
      String integration = error.group(2);
      int index = Integer.parseInt(error.group(3));
      boolean isRetried = error.group(4) == null;
      int attempts = Integer.parseInt(error.group(5));
      int begin = error.end();
      found = error.find();
      String reason = errors.substring(begin, found ? error.start() : errors.length());
      failed.add(new FailedNotification(receiver, integration, index, attempts, isRetried, reason));
    }
    return failed;
  }

  /** A reason with a word in the place of the stand-in's address. */
  static String withoutAddress(String reason, String word) {
    return STAND_IN.matcher(reason.strip()).replaceAll(word);
  }
}
