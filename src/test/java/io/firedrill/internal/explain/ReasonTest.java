package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedAlert;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedGroup;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedSilence;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.scenario.ExpectedNotification;
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
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import io.firedrill.model.TimelineEvent;
import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reasons that need more than rules and routes: silences, failing receivers, stopped servers. */
class ReasonTest {

  private static final Labels ALERT =
      Labels.of("alertname", "Down", "team", "data", "cluster", "eu");
  private static final Instant END = Instant.ofEpochSecond(20 * 60);

  @TempDir private Path directory;

  private final List<TimelineEvent> events = new ArrayList<>();
  private Optional<AlertmanagerView> view = Optional.of(view(List.of(), List.of()));

  @Test
  void silenced() {
    view = Optional.of(view(List.of("1", "2"), List.of()));

    assertThat(why("firing", 30, 20))
        .containsExactly(
            "Down{team=\"data\"} at 30s: silenced by {team=~\"da.*\"} until 1h, \"moving house\""
                + " (ann), and silenced by {team=~\"da.*\"} until 1h, \"moving house\" (ann)");
  }

  @Test
  void silencedWhenItEnds() {
    view = Optional.of(new AlertmanagerView(List.of(), List.of(), List.of(silence("1", "active"))));

    assertThat(why("resolved", 330, 5))
        .containsExactly(
            "Down{team=\"data\"} at 5m30s: silenced by {team=~\"da.*\"} until 1h, \"moving house\""
                + " (ann); no resolved notification is sent then or later");
  }

  @Test
  void expiredSilencesAreNoReason() {
    view =
        Optional.of(new AlertmanagerView(List.of(), List.of(), List.of(silence("1", "expired"))));

    assertThat(why("resolved", 330, 5))
        .containsExactly(
            "Down{team=\"data\"} at 5m30s: \"data\" got no firing notification, so it gets no resolved one");
  }

  @Test
  void mutedByTwoIntervals() {
    view = Optional.of(view(List.of(), List.of("nights", "weekends")));

    assertThat(why("firing", 30, 20))
        .containsExactly(
            "Down{team=\"data\"} at 30s: muted by the time interval \"nights\" (DIR/routes.yml:7:3),"
                + " and muted by the time interval \"weekends\"");
  }

  @Test
  void failing() {
    attempted(30, "HTTP 503");
    assertThat(why("firing", 40, 20))
        .containsExactly(
            "Down{team=\"data\"} at 40s: sending failed once, the last time at 30s: HTTP 503");

    attempted(35, "connection refused");
    attempted(50, "later than what is asked for");
    assertThat(why("firing", 40, 20))
        .containsExactly(
            "Down{team=\"data\"} at 40s: sending failed 2 times, the last time at 35s: connection"
                + " refused");
  }

  @Test
  void alertmanagerIsDown() {
    view = Optional.empty();

    assertThat(why("firing", 30, 20))
        .containsExactly("Down{team=\"data\"} at 30s: Alertmanager is not running");
    assertThat(why("resolved", 330, 5))
        .containsExactly("Down{team=\"data\"} at 5m30s: Alertmanager is not running");
  }

  @Test
  void alertmanagerDoesNotHaveIt() {
    view = Optional.of(new AlertmanagerView(List.of(), List.of(), List.of()));

    assertThat(why("firing", 30, 20))
        .containsExactly(
            "Down{team=\"data\"} at 30s: it fires in Prometheus, but Alertmanager does not have it");
  }

  @Test
  void inhibitedByWhatNoRuleOfTheFileExplains() {
    Labels source = Labels.of("alertname", "Outage");
    view =
        Optional.of(
            new AlertmanagerView(
                List.of(
                    new ViewedAlert("b", source, List.of("data"), List.of(), List.of()),
                    new ViewedAlert("a", ALERT, List.of("data"), List.of("b"), List.of())),
                List.of(),
                List.of()));

    assertThat(why("firing", 30, 20))
        .containsExactly("Down{team=\"data\"} at 30s: inhibited by Outage");
  }

  private static AlertmanagerView view(List<String> silencedBy, List<String> mutedBy) {
    return new AlertmanagerView(
        List.of(new ViewedAlert("a", ALERT, List.of("data"), List.of(), silencedBy)),
        List.of(new ViewedGroup("data", Labels.empty(), List.of("a"), Optional.of(mutedBy))),
        List.of(silence("1", "active"), silence("2", "active"), silence("3", "active")));
  }

  private static ViewedSilence silence(String id, String state) {
    return new ViewedSilence(
        id,
        state,
        List.of(new LabelMatcher("team", Operator.MATCHES, "da.*")),
        Instant.EPOCH,
        Instant.ofEpochSecond(3600),
        "ann",
        "moving house");
  }

  private void attempted(long second, String failure) {
    events.add(
        new TimelineEvent.Attempted(
            new CapturedNotification(
                Instant.ofEpochSecond(second),
                "data",
                "webhook",
                0,
                "firing",
                Labels.empty(),
                List.of(new CapturedAlert("firing", ALERT, Map.of(), Instant.EPOCH, null)),
                Optional.empty(),
                new RawRequest("/", "", "")),
            failure));
  }

  /** The alert fires from the start for some minutes. */
  private List<String> why(String status, long second, int minutes) {
    List<Instant> evaluations = new ArrayList<>();
    Map<Instant, AlertState> states = new TreeMap<>();
    for (int i = 0; i <= 20; i++) {
      evaluations.add(Instant.ofEpochSecond(60 * i));
      if (i < minutes) {
        states.put(Instant.ofEpochSecond(60 * i), AlertState.FIRING);
      }
    }
    Observed observed =
        new Observed(
            new RunTimeline(Instant.EPOCH, END, events),
            evaluations,
            Map.of(),
            Map.of(),
            List.of(new AlertPresence(ALERT.without("cluster"), states)),
            Set.of("Down"),
            Map.of("data", Set.of("webhook")),
            List.of());
    Instant look = Instant.ofEpochSecond(second).plusMillis(999);
    TreeMap<Instant, Optional<AlertmanagerView>> looks = new TreeMap<>();
    looks.put(look, view);
    Evidence evidence =
        new Evidence(
            observed,
            Labels.of("cluster", "eu"),
            new TreeMap<>(Map.of(Instant.EPOCH, routing())),
            looks,
            List.of());
    ExpectedNotification expected =
        new ExpectedNotification(
            Optional.of(Duration.ofSeconds(second)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(status),
            Map.of(),
            List.of(),
            Map.of(),
            new Origin.Listed(1, 1));
    Claim claim = new Claim("data", Optional.empty(), Optional.empty(), Optional.empty());
    return new Explanations(evidence)
        .why(new Question(claim, expected)).stream()
            .map(line -> line.replace(directory.toString(), "DIR"))
            .toList();
  }

  private Routing routing() {
    try {
      return Routing.read(
          Files.writeString(
              directory.resolve("routes.yml"),
              """
              route:
                receiver: data
                mute_time_intervals: [nights, weekends]
              receivers:
              - {name: data, webhook_configs: [{url: 'http://localhost/'}]}
              time_intervals:
              - {name: nights, time_intervals: []}
              """),
          "0.33.1");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
