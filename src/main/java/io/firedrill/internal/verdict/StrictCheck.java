package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Strictness: expectations must cover everything that happens. */
final class StrictCheck {

  /** The labels with which an alert gets to Alertmanager, besides external ones. */
  enum SentLabels {
    ITS_OWN,
    /** {@code alert_relabel_configs} may have dropped or added labels. */
    RELABELLED
  }

  private final Scenario scenario;
  private final SentLabels sent;
  private final Observed observed;
  private final Set<Notification> claimed = Collections.newSetFromMap(new IdentityHashMap<>());

  private StrictCheck(Scenario scenario, SentLabels sent, Observed observed) {
    this.scenario = scenario;
    this.sent = sent;
    this.observed = observed;
    scenario
        .notificationTests()
        .forEach(entry -> claimed.addAll(Claim.of(entry).in(observed.timeline())));
  }

  static List<Failure> check(Scenario scenario, SentLabels sent, Observed observed) {
    return new StrictCheck(scenario, sent, observed).check();
  }

  private List<Failure> check() {
    List<Failure> failures = new ArrayList<>();
    Repeats.groups(
            observed.timeline().notifications().stream().filter(n -> !claimed.contains(n)).toList(),
            n -> List.of(n.receiver(), n.integration(), n.index()))
        .forEach(all -> failures.add(NotificationUnclaimed.of(scenario, all, observed)));
    Repeats.groups(
            observed.alertStates().stream()
                .filter(a -> a.states().containsValue(AlertState.FIRING))
                .filter(a -> !mentioned(a.alert()))
                .sorted(Comparator.comparing(AlertPresence::alert))
                .toList(),
            a -> a.alert().get(Labels.ALERT_NAME))
        .forEach(all -> failures.add(AlertUnmentioned.of(scenario, all, observed)));
    return failures;
  }

  private boolean mentioned(Labels alert) {
    Optional<String> name = alert.get(Labels.ALERT_NAME);
    return scenario.alertTests().stream().anyMatch(t -> name.equals(Optional.of(t.alertname())))
        || scenario.alertStateTests().stream().anyMatch(t -> ExpectedState.of(t).chooses(alert))
        || claimed.stream().flatMap(n -> n.alerts().stream()).anyMatch(a -> has(a.labels(), alert))
        || isNamedByFailure(alert);
  }

  /** What a failed expectation names is part of that failure. */
  private boolean isNamedByFailure(Labels alert) {
    return scenario.notificationTests().stream()
        .filter(t -> t.expected().stream().anyMatch(e -> names(e, alert)))
        .anyMatch(t -> NotificationCheck.check(t, observed).isPresent());
  }

  private static boolean names(ExpectedNotification expected, Labels alert) {
    return NotifiedAlerts.labels(expected)
        .filter(labels -> labels.containsKey(Labels.ALERT_NAME))
        .anyMatch(
            labels ->
                labels.entrySet().stream()
                    .allMatch(l -> l.getValue().matches(alert.get(l.getKey()).orElse(""))));
  }

  /** A notified alert has the external labels besides its own. */
  private boolean has(Labels notified, Labels alert) {
    return alert.asMap().entrySet().stream()
        .filter(label -> sent == SentLabels.ITS_OWN || mayNotBeDropped(label.getKey(), notified))
        .allMatch(label -> notified.get(label.getKey()).equals(Optional.of(label.getValue())));
  }

  private static boolean mayNotBeDropped(String label, Labels notified) {
    return label.equals(Labels.ALERT_NAME) || notified.get(label).isPresent();
  }
}
