package io.firedrill.internal.alertmanager;

import io.firedrill.internal.alertmanager.AlertmanagerLog.LoggedMute;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Alertmanager logs about its groups, with {@code --log.level=debug}. All times are virtual.
 *
 * @param boots when the server was started
 * @param arrivals the alerts that came, in order
 * @param flushes the flushes of all groups, in order
 * @param mutes when a time interval muted a group
 * @param failures the notifications that failed, in order
 */
public record DispatchLog(
    List<Instant> boots,
    List<Arrival> arrivals,
    List<Flush> flushes,
    List<LoggedMute> mutes,
    List<Failure> failures) {

  private static final String STARTING = "Starting Alertmanager";
  private static final String RECEIVED = "Received alert";
  private static final String FLUSHING = "flushing";
  private static final String RETRIES = "Notify attempt failed, will retry later";

  /** {@code webhook[0]}. */
  private static final Pattern INTEGRATION = Pattern.compile("([a-z0-9_]+)\\[(\\d+)]");

  /** {@code Down[d2c6efc][active]}. */
  private static final Pattern ALERT = Pattern.compile("(?s).*\\[([0-9a-f]{7})]\\[\\w+]");

  public DispatchLog {
    boots = List.copyOf(boots);
    arrivals = List.copyOf(arrivals);
    flushes = List.copyOf(flushes);
    mutes = List.copyOf(mutes);
    failures = List.copyOf(failures);
  }

  /**
   * An alert got to the groups.
   *
   * @param line its line in the log
   * @param fingerprint the first 7 digits of {@link Fingerprint}
   */
  public record Arrival(int line, Instant time, String fingerprint) {}

  /**
   * A group was flushed.
   *
   * @param line its line in the log: several entries may have the same time
   * @param groupKey see {@link GroupKey}
   */
  public record Flush(int line, Instant time, String groupKey) {}

  /** Whether Alertmanager tries a notification again before the next flush. */
  public enum Retry {
    /** It does. */
    LATER,
    /** It has given up. */
    NEVER
  }

  /**
   * A notification failed.
   *
   * @param line its line in the log
   * @param time when: of the first attempt with this reason, or when Alertmanager gave up
   * @param groupKey the group; absent up to version 0.28, which does not log it
   * @param receiver the receiver's name
   * @param integration the kind of integration, such as {@code webhook}
   * @param index which of the receiver's integrations of this kind, from 0
   * @param attempts how many attempts were made
   * @param reason Alertmanager's own words
   */
  public record Failure(
      int line,
      Instant time,
      Optional<String> groupKey,
      String receiver,
      String integration,
      int index,
      int attempts,
      String reason,
      Retry retry) {

    /** Whether Alertmanager has given up, up to the next flush. */
    public boolean isFinal() {
      return retry == Retry.NEVER;
    }
  }

  /**
   * Reads a whole log.
   *
   * @param started when the server was started first; the log of a copy begins with the lines of
   *     its template, which was started at another time
   */
  public static DispatchLog read(String log, Instant started) {
    List<Instant> boots = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>();
    List<Flush> flushes = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (LogEntry entry :
        LogEntry.read(
            log, List.of(STARTING, RECEIVED, FLUSHING, FailedNotification.MESSAGE, RETRIES))) {
      switch (entry.message()) {
        case STARTING -> boots.add(boots.isEmpty() ? started : entry.time());
        case RECEIVED -> arrived(entry).ifPresent(arrivals::add);
        case FLUSHING ->
            entry
                .field("aggrGroup")
                .ifPresent(k -> flushes.add(new Flush(entry.line(), entry.time(), k)));
        case FailedNotification.MESSAGE -> failures.addAll(failed(entry));
        default -> retried(entry).ifPresent(failures::add);
      }
    }
    return new DispatchLog(boots, arrivals, flushes, AlertmanagerLog.loggedMutes(log), failures);
  }

  private static Optional<Arrival> arrived(LogEntry entry) {
    Matcher alert = ALERT.matcher(entry.field("alert").orElse(""));
    return alert.matches()
        ? Optional.of(new Arrival(entry.line(), entry.time(), alert.group(1)))
        : Optional.empty();
  }

  /** Whether an alert got to the groups at the time of a flush, but after it. */
  public boolean arrivedAfter(Flush flush, Labels alert) {
    String fingerprint = Fingerprint.of(alert).substring(0, 7);
    return arrivals.stream()
        .filter(a -> a.time().equals(flush.time()) && a.fingerprint().equals(fingerprint))
        .anyMatch(a -> a.line() > flush.line());
  }

  private static List<Failure> failed(LogEntry entry) {
    return FailedNotification.of(entry).stream()
        .map(
            f ->
                new Failure(
                    entry.line(),
                    entry.time(),
                    entry.field("aggrGroup"),
                    f.receiver(),
                    f.integration(),
                    f.index(),
                    f.attempts(),
                    reason(f.reason()),
                    Retry.NEVER))
        .toList();
  }

  private static Optional<Failure> retried(LogEntry entry) {
    Matcher integration = INTEGRATION.matcher(entry.field("integration").orElse(""));
    return integration.matches() && entry.field("receiver").isPresent()
        ? Optional.of(
            new Failure(
                entry.line(),
                entry.time(),
                entry.field("aggrGroup"),
                entry.field("receiver").get(),
                integration.group(1),
                Integer.parseInt(integration.group(2)),
                entry.field("attempts").map(Integer::parseInt).orElse(1),
                reason(entry.field("err").orElse("")),
                Retry.LATER))
        : Optional.empty();
  }

  private static String reason(String text) {
    return FailedNotification.withoutAddress(text, "the receiver");
  }
}
