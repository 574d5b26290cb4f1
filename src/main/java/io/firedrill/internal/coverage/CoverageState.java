package io.firedrill.internal.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What has to happen to something once for it to be covered. */
public enum CoverageState {
  /** An alert of the rule was pending. */
  PENDING("pending", "never pending"),
  /** An alert of the rule fired. */
  FIRED("fired", "never fired"),
  /** An alert of the rule had fired, and ended. */
  RESOLVED("resolved", "never resolved"),
  /** In a whole run the rule raised nothing, although its expression's metrics had samples. */
  QUIET("quiet", "never quiet although it had samples"),
  /** The rule recorded a sample. */
  RECORDED("recorded", "never recorded a sample"),
  /** An alert that fired took the route, or a route below it. */
  MATCHED("matched", "never matched by an alert that fired"),
  /** A notification was sent. */
  NOTIFIED("notified", "never notified"),
  /** The rule inhibited an alert. */
  INHIBITED("inhibited", "never inhibited an alert"),
  /** The interval kept a notification back. */
  MUTED("muted", "never muted a notification"),
  /** A notification was sent within the interval, which is an active one. */
  LET_PASS("let-pass", "never let a notification pass");

  private final String word;
  private final String missing;

  CoverageState(String word, String missing) {
    this.word = word;
    this.missing = missing;
  }

  /** The word for it in files. */
  public String word() {
    return word;
  }

  /** What is said where it is missing. */
  public String missing() {
    return missing;
  }

  /** The state of a word. */
  public static Optional<CoverageState> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
  }

  /** All words, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(CoverageState::word).toList();
  }

  @Override
  public String toString() {
    return word;
  }
}
