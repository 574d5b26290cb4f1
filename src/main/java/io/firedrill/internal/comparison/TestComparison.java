package io.firedrill.internal.comparison;

import io.firedrill.internal.comparison.Pairing.Pair;
import io.firedrill.internal.result.FailureResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.verdict.FailureKind;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One test under two versions of the rules and routes. Events of the same alert or group at the
 * same time are paired, as are those that only moved in time or went to another receiver.
 *
 * @param start the virtual time at which both runs start
 * @param alerts the alerts that differ, in chronological order
 * @param notifications the notifications that differ, in chronological order
 * @param rules the rules that could be evaluated, the receivers that could be notified, and the
 *     warnings of servers on one side only
 */
public record TestComparison(
    Instant start,
    List<AlertDifference> alerts,
    List<NotificationDifference> notifications,
    List<RuleDifference> rules) {

  private static final Comparator<EventDifference> ORDER =
      Comparator.comparing(EventDifference::offset)
          .thenComparing(EventDifference::change)
          .thenComparing(EventDifference::title);

  public TestComparison {
    alerts = List.copyOf(alerts);
    notifications = List.copyOf(notifications);
    rules = List.copyOf(rules);
  }

  /** Compares two runs of one test, or of one recording, that start at the same time. */
  public static TestComparison of(TestResult base, TestResult head) {
    return new TestComparison(
        head.start(), alerts(base, head), notifications(base, head), rules(base, head));
  }

  /** A comparison without differences. */
  public static TestComparison none(Instant start) {
    return new TestComparison(start, List.of(), List.of(), List.of());
  }

  /** Whether alerts and notifications are equal. */
  public boolean isEmpty() {
    return alerts.isEmpty() && notifications.isEmpty() && rules.isEmpty();
  }

  /** All differences: the rules, the alerts, then the notifications. */
  public List<EventDifference> all() {
    return Stream.<List<? extends EventDifference>>of(rules, alerts, notifications)
        .<EventDifference>flatMap(List::stream)
        .toList();
  }

  private static List<RuleDifference> rules(TestResult base, TestResult head) {
    List<String> before = failedRules(base);
    List<String> after = failedRules(head);
    List<RuleDifference> differences = new ArrayList<>();
    before.stream()
        .filter(rule -> !after.contains(rule))
        .forEach(rule -> differences.add(new RuleDifference(Change.VANISHES, rule)));
    after.stream()
        .filter(rule -> !before.contains(rule))
        .forEach(rule -> differences.add(new RuleDifference(Change.APPEARS, rule)));
    return differences;
  }

  private static List<String> failedRules(TestResult result) {
    Stream<String> rules =
        result.failures().stream()
            .filter(f -> f.kind() == FailureKind.RULE_FAILED)
            .map(FailureResult::summary);
    Stream<String> notifications =
        result.failedNotifications().stream()
            .map(
                f ->
                    f.receiver()
                        + " ("
                        + f.integration()
                        + "): Alertmanager failed to notify: "
                        + f.reason());
    Stream<String> warnings =
        result.serverWarnings().stream().map(w -> w.server() + " warns: " + w.message());
    return Stream.of(rules, notifications, warnings).flatMap(s -> s).distinct().toList();
  }

  private static List<AlertDifference> alerts(TestResult base, TestResult head) {
    Pairing<Episode> pairing =
        new Pairing<>(Episodes.of(base), Episodes.of(head), e -> e.begin().toMillis())
            .byKey(e -> e)
            .byKey(Episode::alert)
            .byFit(TestComparison::isRelabelled)
            .byFit(TestComparison::isRenamed);
    List<AlertDifference> differences = new ArrayList<>();
    for (Pair<Episode> pair : pairing.pairs()) {
      if (!pair.base().equals(pair.head())) {
        differences.add(AlertDifference.changes(pair.base(), pair.head()));
      }
    }
    pairing.onlyInBase().forEach(e -> differences.add(AlertDifference.vanishes(e)));
    pairing.onlyInHead().forEach(e -> differences.add(AlertDifference.appears(e)));
    return differences.stream().sorted(ORDER).toList();
  }

  /** Whether the names are equal, and at most one label or half of the other labels differ. */
  private static boolean isRelabelled(Episode base, Episode head) {
    Map<String, String> before = base.alert().without(Labels.ALERT_NAME).asMap();
    Map<String, String> after = head.alert().without(Labels.ALERT_NAME).asMap();
    long same = before.entrySet().stream().filter(after.entrySet()::contains).count();
    int all = Math.max(before.size(), after.size());
    return name(base).equals(name(head)) && all - same <= Math.max(1, all / 2);
  }

  /** Whether everything except the name is equal. */
  private static boolean isRenamed(Episode base, Episode head) {
    return renamed(base).equals(renamed(head));
  }

  private static Episode renamed(Episode e) {
    return new Episode(e.alert().without(Labels.ALERT_NAME), e.pending(), e.firing(), e.end());
  }

  private static Optional<String> name(Episode episode) {
    return episode.alert().get(Labels.ALERT_NAME);
  }

  private static List<NotificationDifference> notifications(TestResult base, TestResult head) {
    Pairing<Told> pairing =
        new Pairing<>(Told.of(base), Told.of(head), t -> t.due().toMillis())
            .byKey(Told::everything)
            .byKey(t -> List.of(t.address(), t.due()))
            .byKey(t -> List.of(t.matter(), t.due(), t.notification().integration()))
            .byKey(t -> List.of(t.matter(), t.due()))
            .byKey(Told::address)
            .byKey(Told::matter)
            .byFit(TestComparison::isRegrouped);
    List<NotificationDifference> differences = new ArrayList<>();
    for (Pair<Told> pair : pairing.pairs()) {
      List<Part> parts = NotificationParts.of(pair.base(), pair.head());
      if (!parts.isEmpty()) {
        differences.add(
            difference(Change.CHANGES, Optional.of(pair.base()), Optional.of(pair.head()), parts));
      }
    }
    pairing
        .onlyInBase()
        .forEach(
            t ->
                differences.add(
                    difference(Change.VANISHES, Optional.of(t), Optional.empty(), List.of())));
    pairing
        .onlyInHead()
        .forEach(
            t ->
                differences.add(
                    difference(Change.APPEARS, Optional.empty(), Optional.of(t), List.of())));
    return differences.stream().sorted(ORDER).toList();
  }

  /** Whether both were sent at the same time to the same integration, and share an alert. */
  private static boolean isRegrouped(Told base, Told head) {
    return base.due().equals(head.due())
        && base.address().withoutGroup().equals(head.address().withoutGroup())
        && base.sharesAnAlertWith(head);
  }

  private static NotificationDifference difference(
      Change change, Optional<Told> base, Optional<Told> head, List<Part> parts) {
    Duration offset = head.or(() -> base).orElseThrow().offset();
    return new NotificationDifference(
        change, base.map(Told::notification), head.map(Told::notification), offset, parts);
  }
}
