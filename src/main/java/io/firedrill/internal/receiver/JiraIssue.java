package io.firedrill.internal.receiver;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** An issue, with the properties that Alertmanager searches for. */
final class JiraIssue {

  /** Jira's default for a transition. */
  static final String RESOLUTION = "Done";

  private final String key;
  private final String label;
  private final AtomicReference<Instant> resolved = new AtomicReference<>();

  /**
   * An open issue.
   *
   * @param key its key
   * @param label the label that identifies the group of alerts
   */
  JiraIssue(String key, String label) {
    this.key = key;
    this.label = label;
  }

  String key() {
    return key;
  }

  boolean has(String otherLabel) {
    return label.equals(otherLabel);
  }

  boolean isOpen() {
    return resolved.get() == null;
  }

  /** When it was resolved. */
  Instant resolutionDate() {
    return Optional.ofNullable(resolved.get()).orElse(Instant.MAX);
  }

  /** Whether it is open, or was resolved within a window of time. */
  boolean isOpenOrResolvedWithin(Duration window, Instant now) {
    return isOpen() || !resolved.get().isBefore(now.minus(window));
  }

  void resolve(Instant now) {
    resolved.set(now);
  }

  void reopen() {
    resolved.set(null);
  }

  /** The issue as a search returns it. */
  Map<String, Object> found() {
    Map<String, Object> status = new TreeMap<>();
    status.put("name", isOpen() ? "To Do" : "Done");
    status.put("statusCategory", Map.of("key", isOpen() ? "new" : "done"));
    Map<String, Object> issue = new TreeMap<>();
    issue.put("key", key);
    issue.put("fields", Map.of("status", status));
    return issue;
  }
}
