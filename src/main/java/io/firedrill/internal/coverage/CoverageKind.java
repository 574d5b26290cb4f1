package io.firedrill.internal.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be covered. */
public enum CoverageKind {
  /** A rule that raises alerts. */
  ALERT("alert", "alerting rule"),
  /** A rule that records a series. */
  RECORDING("recording", "recording rule"),
  /** A route of Alertmanager's configuration. */
  ROUTE("route", "route"),
  /** A receiver that has at least one integration. */
  RECEIVER("receiver", "receiver"),
  /** An inhibition rule. */
  INHIBITION("inhibition", "inhibition rule"),
  /** A named time interval. */
  INTERVAL("interval", "time interval");

  private final String word;
  private final String text;

  CoverageKind(String word, String text) {
    this.word = word;
    this.text = text;
  }

  /** Its name in options and files. */
  public String word() {
    return word;
  }

  /** Its name in messages. */
  public String text() {
    return text;
  }

  /** The kind with this word. */
  public static Optional<CoverageKind> of(String word) {
    return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(CoverageKind::word).toList();
  }

  @Override
  public String toString() {
    return word;
  }
}
