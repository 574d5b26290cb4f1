package io.firedrill.internal.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What has to happen once for an item to be covered. */
public enum CoverageState {
  /** An alert of the rule was pending. */
  PENDING("pending", "never pending"),
  /** An alert of the rule fired. */
  FIRED("fired", "never fired"),
  /** An alert of the rule was resolved. */
  RESOLVED("resolved", "never resolved"),
  /**
   * During a whole run the rule raised no alert, although the metrics of its expression had
   * samples.
   */
  QUIET("quiet", "never quiet with samples"),
  /** The rule recorded a sample. */
  RECORDED("recorded", "never recorded a sample"),
  /** An alert that fired took the route, or a route below it. */
  MATCHED("matched", "never matched by an alert that fired"),
  /** A notification was sent. */
  NOTIFIED("notified", "never notified"),
  /** The rule inhibited an alert. */
  INHIBITED("inhibited", "never inhibited an alert"),
  /** The interval muted a notification. */
  MUTED("muted", "never muted a notification"),
  /** A notification was sent within the interval, which is an active time interval. */
  LET_PASS("let-pass", "never let a notification pass");

  private final String word;
  private final String missing;

  CoverageState(String word, String missing) {
    this.word = word;
    this.missing = missing;
  }

  /** Its name in files. */
  public String word() {
    return word;
  }

  /** The text for an item without this state. */
  public String missing() {
    return missing;
  }

  /** The state with this word. */
  public static Optional<CoverageState> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(CoverageState::word).toList();
  }

  @Override
  public String toString() {
    return word;
  }
}
