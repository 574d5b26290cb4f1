package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedAlert;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedGroup;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedSilence;
import io.firedrill.internal.alertmanager.DispatchLog;
import io.firedrill.internal.alertmanager.RecordedEvents;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.alertmanager.SentAlert;
import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.source.Origin;
import io.firedrill.internal.timeline.CapturedAlert;
import io.firedrill.internal.timeline.CapturedNotification;
import io.firedrill.internal.timeline.RawRequest;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.Question;
import io.firedrill.internal.verdict.RuleEvaluations;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A run of 20 minutes with an evaluation a minute, as explanations see it. Prometheus sends what
 * fires every minute, to end four minutes later.
 */
final class GivenRun {

  static final int MINUTES = 20;

  private static final Duration UNTIL_END = Duration.ofMinutes(4);

  private final Path directory;
  private final List<AlertPresence> alerts = new ArrayList<>();
  private final Set<String> rules = new TreeSet<>();
  private final List<TimelineEvent> events = new ArrayList<>();
  private final ReceivedAlerts received = new ReceivedAlerts();
  private final NavigableMap<Instant, Boolean> prometheus = new TreeMap<>();
  private final List<ViewedSilence> silences = new ArrayList<>();
  private final StringBuilder log = new StringBuilder();
  private Labels externalLabels = Labels.empty();
  private List<String> silencedBy = List.of();
  private List<String> inhibitedBy = List.of();
  private List<String> mutedBy = List.of();
  private Optional<RecordedEvents> recorded = Optional.empty();
  private final Set<Integer> skipped = new TreeSet<>();
  private boolean alertmanagerRuns = true;
  private Routing routing;

  GivenRun(Path directory) {
    this.directory = directory;
  }

  GivenRun routes(String yaml) {
    try {
      Path file = Files.writeString(directory.resolve("routes.yml"), yaml);
      routing = Routing.read(file, "0.33.1");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GivenRun externalLabels(Labels labels) {
    externalLabels = labels;
    return this;
  }

  GivenRun rule(String name) {
    rules.add(name);
    return this;
  }

  /** An alert that is pending from one minute on, and fires from another to before a third. */
  GivenRun alert(Labels labels, int pending, int firing, int end) {
    return states(labels, pending, firing, end).sent(labels, firing, end, Math.min(end, MINUTES));
  }

  /** An alert that does not get to Alertmanager. */
  GivenRun states(Labels labels, int pending, int firing, int end) {
    Map<Instant, AlertState> states = new TreeMap<>();
    alerts.stream().filter(a -> a.alert().equals(labels)).forEach(a -> states.putAll(a.states()));
    alerts.removeIf(a -> a.alert().equals(labels));
    for (int i = pending; i < end; i++) {
      states.put(minute(i), i < firing ? AlertState.PENDING : AlertState.FIRING);
    }
    alerts.add(new AlertPresence(labels, states));
    labels.get(Labels.ALERT_NAME).ifPresent(rules::add);
    return this;
  }

  /** Prometheus sends an alert from its begin up to a minute, in which it ends, or does not. */
  GivenRun sent(Labels labels, int begin, int end, int last) {
    Labels all = externalLabels.merge(labels);
    for (int i = begin; i <= last; i++) {
      Instant ends = i < end ? minute(i).plus(UNTIL_END) : minute(end);
      received.receive(List.of(new SentAlert(all, minute(begin), ends)), minute(i));
    }
    return this;
  }

  /** A flush of a group, at a second. */
  GivenRun flushed(String groupKey, int... seconds) {
    for (int second : seconds) {
      logged(
          second,
          "msg=flushing component=dispatcher aggrGroup=\"%s\""
              .formatted(groupKey.replace("\"", "\\\"")));
    }
    return this;
  }

  /** Another line of Alertmanager's log. */
  GivenRun logged(int second, String line) {
    log.append("time=")
        .append(Instant.ofEpochSecond(second))
        .append(" level=DEBUG ")
        .append(line)
        .append('\n');
    return this;
  }

  GivenRun notified(String receiver, int second, String status, Labels alert) {
    events.add(
        new TimelineEvent.Notified(notification(receiver, second, status, alert, Labels.empty())));
    return this;
  }

  GivenRun attempted(String receiver, int second, String failure, Labels alert) {
    events.add(
        new TimelineEvent.Attempted(
            notification(receiver, second, "firing", alert, Labels.empty()), failure));
    return this;
  }

  GivenRun acted(int second) {
    events.add(new TimelineEvent.Acted(Instant.ofEpochSecond(second), "reload", "prometheus"));
    return this;
  }

  private static Notification notification(
      String receiver, int second, String status, Labels alert, Labels group) {
    return new CapturedNotification(
        Instant.ofEpochSecond(second),
        receiver,
        "webhook",
        0,
        status,
        group,
        List.of(new CapturedAlert(status, alert, Map.of(), Instant.EPOCH, null)),
        Optional.empty(),
        new RawRequest("/", "", ""));
  }

  /** Alertmanager has a silence; its API names some silences of each alert. */
  GivenRun silence(ViewedSilence silence, String... silencing) {
    silences.add(silence);
    silencedBy = List.of(silencing);
    return this;
  }

  /** Its API names alerts, by their labels as text, that inhibit each alert. */
  GivenRun inhibitedBy(String... fingerprints) {
    inhibitedBy = List.of(fingerprints);
    return this;
  }

  GivenRun mutedBy(String... intervals) {
    mutedBy = List.of(intervals);
    return this;
  }

  GivenRun recorded(String events) {
    recorded = Optional.of(RecordedEvents.read(events));
    return this;
  }

  GivenRun alertmanagerStops() {
    alertmanagerRuns = false;
    return this;
  }

  /** From one minute to another, both included. */
  GivenRun withoutEvaluations(int from, int to) {
    for (int i = from; i <= to; i++) {
      skipped.add(i);
    }
    return this;
  }

  GivenRun prometheusStops(int minute) {
    prometheus.put(minute(minute), false);
    return this;
  }

  /** Starts it a millisecond later than the evaluation of that minute would be. */
  GivenRun prometheusStarts(int minute) {
    prometheus.put(minute(minute).plusMillis(1), true);
    return this;
  }

  GivenRun alertmanagerStarts(int minute) {
    received.restart(minute(minute));
    return this;
  }

  Observed observed() {
    List<Instant> evaluations = new ArrayList<>();
    for (int i = 0; i <= MINUTES; i++) {
      if (!skipped.contains(i)) {
        evaluations.add(minute(i));
      }
    }
    return new Observed(
        new RunTimeline(Instant.EPOCH, minute(MINUTES), events),
        evaluations,
        Map.of(),
        Map.of(),
        alerts,
        rules,
        Map.of(),
        List.of(),
        RuleEvaluations.UNKNOWN);
  }

  /** Why a receiver did not get a notification of that status at a second. */
  List<String> why(String receiver, int second, String status) {
    return why(receiver, expected(second, status));
  }

  List<String> why(String receiver, ExpectedNotification expected) {
    Observed observed = observed();
    Claim claim = new Claim(receiver, Optional.empty(), Optional.empty(), Optional.empty());
    Question question = new Question(claim, expected);
    return explanations(observed, question.instants(observed)).why(question).stream()
        .map(this::relative)
        .toList();
  }

  /** Why no notification has such group labels, if no alert of the run has them. */
  List<String> alerts(Map<String, ValueMatcher> groupLabels) {
    List<FiringTimes> all =
        alerts.stream()
            .map(a -> FiringTimes.of(a, externalLabels, observed().evaluations()))
            .toList();
    return NoAlert.of(expected(groupLabels), observed(), all);
  }

  /** Why the last notification came. */
  List<String> whyCame() {
    Observed observed = observed();
    List<Notification> all = observed.timeline().notifications();
    Notification last = all.get(all.size() - 1);
    return explanations(observed, List.of(last.time())).whyCame(last).stream()
        .map(this::relative)
        .toList();
  }

  private Explanations explanations(Observed observed, List<Instant> instants) {
    TreeMap<Instant, Optional<AlertmanagerView>> looks = new TreeMap<>();
    instants.forEach(i -> looks.put(i, alertmanagerRuns ? Optional.of(view(i)) : Optional.empty()));
    return new Explanations(
        new Evidence(
            observed,
            externalLabels,
            new TreeMap<>(Map.of(Instant.EPOCH, routing)),
            looks,
            new ServerRecord(
                received,
                DispatchLog.read(log.toString(), Instant.EPOCH),
                recorded,
                silences,
                NotificationLog.STANDARD,
                prometheus)));
  }

  private String relative(String line) {
    return line.replace(directory + "/", "");
  }

  /** What Alertmanager has then: the alerts that fire, and the receivers that they go to. */
  private AlertmanagerView view(Instant instant) {
    List<ViewedAlert> firing = new ArrayList<>();
    for (Labels alert : received.all()) {
      if (received.isActive(alert, instant)) {
        List<String> receivers =
            routing.root().taken(alert).stream().map(path -> path.route().receiver()).toList();
        firing.add(new ViewedAlert(alert.toString(), alert, receivers, inhibitedBy, silencedBy));
      }
    }
    List<String> all = firing.stream().map(ViewedAlert::fingerprint).toList();
    return new AlertmanagerView(
        firing, routing.root().all().map(r -> group(r.receiver(), all)).toList(), silences);
  }

  private ViewedGroup group(String receiver, List<String> alerts) {
    return new ViewedGroup(receiver, Labels.empty(), alerts, Optional.of(mutedBy));
  }

  static ExpectedNotification expected(int second, String status) {
    return expected(Map.of(), Optional.of(Duration.ofSeconds(second)), Optional.of(status));
  }

  static ExpectedNotification expected(Map<String, ValueMatcher> groupLabels) {
    return expected(groupLabels, Optional.empty(), Optional.empty());
  }

  /** In a window, in minutes. */
  static ExpectedNotification expected(int from, int to, String status) {
    return new ExpectedNotification(
        Optional.empty(),
        Optional.of(Duration.ofMinutes(from)),
        Optional.of(Duration.ofMinutes(to)),
        Optional.of(status),
        Map.of(),
        List.of(),
        Map.of(),
        new Origin.Listed(1, 1));
  }

  private static ExpectedNotification expected(
      Map<String, ValueMatcher> groupLabels, Optional<Duration> at, Optional<String> status) {
    return new ExpectedNotification(
        at,
        Optional.empty(),
        Optional.empty(),
        status,
        groupLabels,
        List.of(),
        Map.of(),
        new Origin.Listed(1, 1));
  }

  static Instant minute(int minute) {
    return Instant.EPOCH.plusSeconds(60L * minute);
  }
}
