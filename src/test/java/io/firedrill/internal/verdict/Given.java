package io.firedrill.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.ExpectedNotifiedAlert;
import io.firedrill.internal.scenario.NotificationExpectation;
import io.firedrill.internal.scenario.NotificationOrder;
import io.firedrill.internal.scenario.PromqlExpectation;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.timeline.CapturedAlert;
import io.firedrill.internal.timeline.CapturedNotification;
import io.firedrill.internal.timeline.RawRequest;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import io.firedrill.model.TimelineEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A run, put together by hand: one evaluation a minute, 20 minutes. */
public final class Given {

  private final Instant start;
  private final List<TimelineEvent> events = new ArrayList<>();
  private final Map<Duration, List<ActiveAlert>> alertsAt = new HashMap<>();
  private final Map<PromqlExpectation, QueryOutcome> queries = new HashMap<>();
  private final List<AlertPresence> presences = new ArrayList<>();
  private final Map<String, Set<String>> receivers = new TreeMap<>();
  private final List<FailedRule> failedRules = new ArrayList<>();

  public Given(Instant start) {
    this.start = start;
  }

  public static Given run() {
    return new Given(Instant.EPOCH);
  }

  public static Given runIn2026() {
    return new Given(Instant.parse("2026-03-02T08:00:00Z"));
  }

  Given alertsAt(String time, ActiveAlert... alerts) {
    alertsAt.put(duration(time), List.of(alerts));
    return this;
  }

  Given query(PromqlExpectation expectation, QueryOutcome outcome) {
    queries.put(expectation, outcome);
    return this;
  }

  /** Each has a webhook, and Slack. */
  public Given receivers(String... names) {
    for (String name : names) {
      receivers.put(name, Set.of("webhook", "slack"));
    }
    return this;
  }

  Given failed(String time, Rule rule, String message) {
    failedRules.add(new FailedRule(instant(time), rule, message));
    return this;
  }

  public Given notified(Notification notification) {
    events.add(new TimelineEvent.Notified(notification));
    return this;
  }

  /** An alert's state from one evaluation up to the one before another. */
  public Given alert(Labels alert, String from, String firing, String end) {
    Map<Instant, AlertState> states = new TreeMap<>();
    for (Instant at : evaluations()) {
      if (!at.isBefore(instant(from)) && at.isBefore(instant(end))) {
        states.put(at, at.isBefore(instant(firing)) ? AlertState.PENDING : AlertState.FIRING);
      }
    }
    presences.add(new AlertPresence(alert, states));
    AlertState before = AlertState.INACTIVE;
    for (Instant at : evaluations()) {
      AlertState state = states.getOrDefault(at, AlertState.INACTIVE);
      if (state != before) {
        events.add(new TimelineEvent.AlertChanged(at, alert, before, state));
      }
      before = state;
    }
    return this;
  }

  public Observed observed() {
    return new Observed(
        new RunTimeline(start, instant("20m"), events),
        evaluations(),
        alertsAt,
        queries,
        presences,
        Set.of("Ingestion", "Latency"),
        receivers,
        failedRules,
        RuleEvaluations.UNKNOWN);
  }

  private List<Instant> evaluations() {
    List<Instant> evaluations = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      evaluations.add(start.plus(Duration.ofMinutes(i)));
    }
    return evaluations;
  }

  public Instant instant(String offset) {
    return start.plus(duration(offset));
  }

  ActiveAlert active(AlertState state, Labels labels, Map<String, String> annotations) {
    return new ActiveAlert(labels, annotations, state, instant("5m"), 1, Optional.empty());
  }

  /** A notification to {@code data-oncall}, a little after the second. */
  public Notification webhook(String time, String status, NotifiedAlert... alerts) {
    return webhook("data-oncall", time, status, alerts);
  }

  public Notification webhook(
      String receiver, String time, String status, NotifiedAlert... alerts) {
    List<NotifiedAlert> sorted = new ArrayList<>(List.of(alerts));
    sorted.sort(Comparator.comparing(NotifiedAlert::labels));
    String body =
        """
        {"receiver": "%s", "status": "%s", "truncatedAlerts": 0, "groupKey": null,
         "commonAnnotations": {"summary": "Ingestion stands still", "a.b": "dotted"},
         "alerts": [{"labels": {"severity": "critical"}}]}
        """
            .formatted(receiver, status);
    return new CapturedNotification(
        instant(time).plusMillis(3),
        receiver,
        "webhook",
        0,
        status,
        Labels.of("alertname", "Ingestion"),
        sorted,
        Optional.empty(),
        new RawRequest("/", "application/json", body));
  }

  public static NotifiedAlert notified(String status, String... labels) {
    return new CapturedAlert(
        status,
        Labels.of(labels).with("alertname", "Ingestion"),
        Map.of("summary", "Ingestion stands still"),
        Instant.EPOCH,
        null);
  }

  static NotificationExpectation entry(
      String receiver, NotificationOrder order, ExpectedNotification... expected) {
    return entry(receiver, Optional.empty(), order, expected);
  }

  static NotificationExpectation entry(
      String receiver,
      Optional<String> integration,
      NotificationOrder order,
      ExpectedNotification... expected) {
    return new NotificationExpectation(
        receiver,
        integration,
        Optional.empty(),
        Optional.empty(),
        order,
        List.of(expected),
        at(30, 3));
  }

  static ExpectedNotification expected(int line, String at, String status) {
    return expected(line, at, status, Map.of());
  }

  static ExpectedNotification expected(
      int line,
      String at,
      String status,
      Map<String, ValueMatcher> payload,
      ExpectedNotifiedAlert... alerts) {
    return new ExpectedNotification(
        Optional.of(at).filter(t -> !t.isEmpty()).map(Given::duration),
        Optional.empty(),
        Optional.empty(),
        Optional.of(status).filter(s -> !s.isEmpty()),
        matchers("alertname", "Ingestion"),
        List.of(alerts),
        payload,
        at(line, 5));
  }

  static ExpectedNotifiedAlert expectedAlert(String... labels) {
    return new ExpectedNotifiedAlert(Optional.empty(), matchers(labels), Map.of());
  }

  static Map<String, ValueMatcher> matchers(String... namesAndValues) {
    Map<String, ValueMatcher> matchers = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      matchers.put(namesAndValues[i], ValueMatcher.parse(namesAndValues[i + 1]));
    }
    return matchers;
  }

  public static QueryResult.Element element(Labels labels, double value) {
    return new QueryResult.Element(labels, Instant.EPOCH, new QueryValue.Number(value));
  }

  static Position at(int line, int column) {
    return new Position(Path.of("drill.yaml"), line, column);
  }

  public static Duration duration(String text) {
    return PrometheusDuration.parse(text).orElseThrow();
  }

  static void assertText(Optional<Failure> failure, String text) {
    assertThat(failure).map(Failure::text).contains(text.stripTrailing());
    Failure found = failure.orElseThrow();
    assertThat(found.text()).startsWith(found.position() + ": " + found.summary());
  }
}
