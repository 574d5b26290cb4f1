package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedAlert;
import io.firedrill.internal.alertmanager.Routing;
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
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A run of 20 minutes with an evaluation a minute, as it is told to explanations. */
final class GivenRun {

  static final int MINUTES = 20;

  private final Path directory;
  private final List<AlertPresence> alerts = new ArrayList<>();
  private final Set<String> rules = new TreeSet<>();
  private final List<TimelineEvent> events = new ArrayList<>();
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

  GivenRun rule(String name) {
    rules.add(name);
    return this;
  }

  /** An alert that is pending from one minute on, and fires from another to before a third. */
  GivenRun alert(Labels labels, int pending, int firing, int end) {
    Map<Instant, AlertState> states = new TreeMap<>();
    for (int i = pending; i < end; i++) {
      states.put(minute(i), i < firing ? AlertState.PENDING : AlertState.FIRING);
    }
    alerts.add(new AlertPresence(labels, states));
    labels.get(Labels.ALERT_NAME).ifPresent(rules::add);
    return this;
  }

  GivenRun notified(String receiver, int second, String status, Labels alert) {
    events.add(
        new TimelineEvent.Notified(
            new CapturedNotification(
                Instant.ofEpochSecond(second),
                receiver,
                "webhook",
                0,
                status,
                Labels.empty(),
                List.of(new CapturedAlert(status, alert, Map.of(), Instant.EPOCH, null)),
                Optional.empty(),
                new RawRequest("/", "", ""))));
    return this;
  }

  Observed observed() {
    List<Instant> evaluations = new ArrayList<>();
    for (int i = 0; i <= MINUTES; i++) {
      evaluations.add(minute(i));
    }
    return new Observed(
        new RunTimeline(Instant.EPOCH, minute(MINUTES), events),
        evaluations,
        Map.of(),
        Map.of(),
        alerts,
        rules,
        Map.of(),
        List.of());
  }

  /** Why a receiver did not get a notification of that status at a second. */
  List<String> why(String receiver, int second, String status) {
    Observed observed = observed();
    Claim claim = new Claim(receiver, Optional.empty(), Optional.empty(), Optional.empty());
    ExpectedNotification expected = expected(second, status);
    TreeMap<Instant, Optional<AlertmanagerView>> looks = new TreeMap<>();
    Question question = new Question(claim, expected);
    question.instants(observed).forEach(instant -> looks.put(instant, Optional.of(view(instant))));
    Evidence evidence =
        new Evidence(
            observed,
            Labels.empty(),
            new TreeMap<>(Map.of(Instant.EPOCH, routing)),
            looks,
            List.of());
    return new Explanations(evidence)
        .why(question).stream().map(line -> line.replace(directory + "/", "")).toList();
  }

  /** What Alertmanager has then: the alerts that fire, and the receivers that they go to. */
  private AlertmanagerView view(Instant instant) {
    List<ViewedAlert> firing = new ArrayList<>();
    for (AlertPresence presence : alerts) {
      FiringTimes times =
          FiringTimes.of(presence, Labels.empty(), new ArrayList<>(observed().evaluations()));
      if (times.at(instant)) {
        List<String> receivers =
            routing.root().taken(presence.alert()).stream()
                .map(path -> path.route().receiver())
                .toList();
        firing.add(
            new ViewedAlert(
                presence.alert().toString(), presence.alert(), receivers, List.of(), List.of()));
      }
    }
    return new AlertmanagerView(firing, List.of(), List.of());
  }

  static ExpectedNotification expected(int second, String status) {
    return expected(Map.of(), Optional.of(Duration.ofSeconds(second)), Optional.of(status));
  }

  static ExpectedNotification expected(Map<String, ValueMatcher> groupLabels) {
    return expected(groupLabels, Optional.empty(), Optional.empty());
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
