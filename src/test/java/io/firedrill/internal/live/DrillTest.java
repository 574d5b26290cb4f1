package io.firedrill.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.drill.Drill;
import io.firedrill.drill.DrillCondition;
import io.firedrill.drill.ReceivedNotifications;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.source.Origin;
import io.firedrill.internal.verdict.FailureKind;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.Question;
import io.firedrill.internal.verdict.TimelineText;
import io.firedrill.model.AlertState;
import io.firedrill.model.Generator;
import io.firedrill.model.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final String JOB =
      "pipeline_job_success_status{pipeline=\"ingestion\", source=\"quotes\"}";

  private final List<Drill> drills = new ArrayList<>();

  @AfterEach
  void close() {
    drills.forEach(Drill::close);
  }

  @Test
  void hasTheSameResultsInOneGoAndStepByStep() {
    Drill ahead = drill().series(JOB, "1x9 0x60 1x50").runFor(Duration.ofHours(2));
    Drill stepping = drill();
    for (int i = 0; i <= 120; i++) {
      stepping.sample(JOB, i >= 10 && i < 71 ? 0 : 1).step();
    }

    assertThat(text(stepping.timeline())).isEqualTo(text(ahead.timeline()));
    assertThat(stepping.now()).isEqualTo(START.plus(Duration.ofHours(2)));
    assertThat(stepping.receiver("data-oncall").notifications())
        .extracting(n -> n.time().truncatedTo(ChronoUnit.SECONDS))
        .containsExactly(
            START.plus(Duration.ofSeconds(25 * 60 + 30)),
            // Recovered at 1h11m; the group is flushed every 5 minutes.
            START.plus(Duration.ofSeconds(75 * 60 + 30)));
  }

  @Test
  void hasTheSameLimitsAsAScenario() {
    Drill drill = drill();

    assertThatThrownBy(() -> drill.runFor(Duration.ofDays(2 * 365)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the run has 1051200 evaluations, but the maximum is 1000000");
    assertThatThrownBy(() -> drill.runFor(Duration.ofDays(300 * 365)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a run must be within the years 1970 to 2261, but this one would last from"
                + " 2026-03-02T08:00:00Z to 2325-12-20T08:00:00Z");
    assertThatThrownBy(() -> drill.runFor(Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a run must be within the years 1970 to 2261");
  }

  @Test
  void continuesASeriesWithLaterValues() {
    Drill drill = drill().series(JOB, Generator.steady(1)).runFor(Duration.ofMinutes(9));
    drill.series(JOB, Generator.steady(0)).runFor(Duration.ofMinutes(1));

    assertThat(SelectedAlerts.of(drill.alerts("DataIngestionFailed")).histories())
        .singleElement()
        .satisfies(h -> assertThat(h.states().lastEntry().getValue()).isEqualTo(AlertState.PENDING))
        .satisfies(h -> assertThat(h.details()).containsOnlyKeys(START.plusSeconds(600)));
  }

  @Test
  void waitsForACondition() {
    Drill drill = drill().series(JOB, Generator.steady(0));

    drill.runUntil(DrillCondition.firing("DataIngestionFailed"), Duration.ofHours(1));

    assertThat(drill.now()).isEqualTo(START.plus(Duration.ofMinutes(15)));
  }

  @Test
  void explainsWithTheCurrentStateOfItsServers() {
    Drill drill = drill().series(JOB, Generator.steady(0)).runFor(Duration.ofMinutes(15));
    ReceivedNotifications before = drill.receiver("data-oncall");
    String waits =
        "DataIngestionFailed{pipeline=\"ingestion\", severity=\"critical\", source=\"quotes\","
            + " team=\"data\"} at 15m (2026-03-02T08:15:00Z): the group waits for group_wait (30s):"
            + " due at 15m30s (2026-03-02T08:15:30Z), after the end of the run at 15m"
            + " (2026-03-02T08:15:00Z)";

    assertThat(why(before)).containsExactly(waits);
    drill.runFor(Duration.ofMinutes(1));
    assertThat(why(before)).as("the drill has moved on").isEmpty();
    assertThat(why(drill.receiver("data-oncall")))
        .singleElement()
        .asString()
        .contains("at 16m (2026-03-02T08:16:00Z): sent at 15m30s (2026-03-02T08:15:30Z), nothing");
    ReceivedNotifications last = drill.receiver("data-oncall");
    drill.close();
    assertThat(why(last)).as("the servers are others' now").isEmpty();
  }

  @Test
  void explainsEarlierTimesWithTheCurrentStateOfItsServers() {
    Drill drill = drill().series(JOB, Generator.steady(0)).runFor(Duration.ofHours(1));

    assertThat(why(drill.receiver("data-oncall"), Optional.of(Duration.ofSeconds(16 * 60))))
        .singleElement()
        .asString()
        .contains("at 1h (2026-03-02T09:00:00Z): sent at 15m30s (2026-03-02T08:15:30Z), nothing");
  }

  private static List<String> why(ReceivedNotifications received) {
    return why(received, Optional.empty());
  }

  private static List<String> why(ReceivedNotifications received, Optional<Duration> at) {
    ExpectedNotification expected =
        new ExpectedNotification(
            at,
            Optional.empty(),
            Optional.empty(),
            Optional.of("firing"),
            Map.of(),
            List.of(),
            Map.of(),
            new Origin.Listed(1, 1));
    Question question = new Question(ClaimedNotifications.of(received).claim(), expected);
    return ClaimedNotifications.of(received)
        .explained(new FailureText("").ask(question).difference(FailureKind.NOTIFICATIONS_DIFFER))
        .explanation();
  }

  @Test
  void reportsAConditionThatWasNotMet() {
    Drill drill = drill().series(JOB, Generator.steady(0)).runFor(Duration.ofMinutes(1));

    assertThatThrownBy(
            () ->
                drill.runUntil(
                    DrillCondition.firing("DataIngestionFailed", "source", "quotes"),
                    Duration.ofMinutes(10)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            waited from 1m for 10m, but this did not happen: DataIngestionFailed{source="quotes"} fires
            timeline:
              0s (2026-03-02T08:00:00Z)  DataIngestionFailed{pipeline="ingestion",\
             severity="critical", source="quotes", team="data"}  inactive -> pending""");
  }

  @Test
  void showsOnlyTheLastEventsWhereItWaitedInVain(@TempDir Path directory) throws IOException {
    Path rules =
        Files.writeString(
            directory.resolve("rules.yml"),
            "groups: [{name: g, rules: [{alert: Alive, expr: vector(1)}]}]\n");
    Path routes =
        Files.writeString(
            directory.resolve("routes.yml"),
            """
            route: {receiver: beat, group_wait: 0s, group_interval: 30s, repeat_interval: 15s}
            receivers: [{name: beat, webhook_configs: [{url: 'http://beat.example'}]}]
            """);
    Drill drill =
        new RigDrill(
            TestPairs.newest(), DrillSpec.ofRules(rules).alertmanagerConfig(routes).build());
    drills.add(drill);

    assertThatThrownBy(
            () -> drill.runUntil(DrillCondition.notified("beat", 1000), Duration.ofMinutes(20)))
        .hasMessageStartingWith(
            """
            waited from 0s for 20m, but this did not happen: beat has been notified 1000 times
            timeline:
              ... 22 earlier events
              10m30s  webhook beat  firing  {}  1 alert
            """)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(23));
  }

  @Test
  void doesNotWaitForUnknownNames() {
    Drill drill = drill().series(JOB, Generator.steady(0)).runFor(Duration.ZERO);

    assertThatThrownBy(
            () ->
                drill.runUntil(
                    DrillCondition.inactive("DataIngestionFaild"), Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no alerting rule is named \"DataIngestionFaild\"; did you mean"
                + " \"DataIngestionFailed\"?");
    assertThatThrownBy(
            () ->
                drill.runUntil(DrillCondition.firing("DataIngestionFaild"), Duration.ofMinutes(1)))
        .hasMessageStartingWith(
            """
            waited from 0s for 1m, but this did not happen: DataIngestionFaild fires
            hint: no alerting rule is named "DataIngestionFaild"; did you mean\
             "DataIngestionFailed"?
            timeline:
            """);
    assertThatThrownBy(
            () -> drill.runUntil(DrillCondition.notified("data-oncal", 1), Duration.ofMinutes(1)))
        .hasMessageContaining(
            "hint: no receiver is named \"data-oncal\"; did you mean \"data-oncall\"?");
  }

  @Test
  void performsPlannedActionsAfterEverythingThatIsDue() {
    List<String> seen = new ArrayList<>();
    drill()
        .series(JOB, Generator.steady(0))
        .at(
            Duration.ofMinutes(15),
            d ->
                seen.add(
                    d.now()
                        + " "
                        + AnsweredQuery.of(d.query("count(ALERTS{alertstate=\"firing\"})"))
                            .outcome()))
        .runFor(Duration.ofHours(1));

    assertThat(seen)
        .singleElement()
        .asString()
        .startsWith("2026-03-02T08:15:00Z ")
        .contains("value=1.0");
  }

  @Test
  void seesLaterEventsAfterReadingResultsDuringTheRun() {
    List<AlertState> seen = new ArrayList<>();
    Drill drill =
        drill()
            .series(JOB, Generator.steady(0))
            .at(Duration.ofMinutes(1), d -> seen.add(state(d)))
            .at(Duration.ofMinutes(20), d -> seen.add(state(d)))
            .runFor(Duration.ofHours(1));

    assertThat(seen).containsExactly(AlertState.PENDING, AlertState.FIRING);
    assertThat(drill.timeline().end()).isEqualTo(START.plus(Duration.ofHours(1)));
    assertThat(drill.receiver("data-oncall").notifications()).hasSize(1);
  }

  private static AlertState state(Drill drill) {
    return SelectedAlerts.of(drill.alerts("DataIngestionFailed"))
        .histories()
        .get(0)
        .states()
        .lastEntry()
        .getValue();
  }

  @Test
  void refusesLateCalls() {
    Drill drill = drill().series(JOB, Generator.steady(1));
    assertThatIllegalStateException()
        .isThrownBy(() -> drill.startAt(START))
        .withMessage(
            "startAt comes too late: call it before you add series or targets, run the drill, or read results");
    drill.runFor(Duration.ofMinutes(5));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> drill.sample("m", 1, START.plusSeconds(60)))
        .withMessage(
            "a sample of m at 2026-03-02T08:01:00Z comes too late:"
                + " the drill is at 2026-03-02T08:05:00Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drill.runTo(START))
        .withMessage(
            "time cannot run backwards: the drill is at 2026-03-02T08:05:00Z,"
                + " after 2026-03-02T08:00:00Z");
  }

  private Drill drill() {
    DrillSpec spec =
        DrillSpec.ofRules(Path.of("rules/ingestion.yml"))
            .alertmanagerConfig(Path.of("rules/ingestion-routes.yml"))
            .start(START)
            .build();
    Drill drill = new RigDrill(TestPairs.newest(), spec);
    drills.add(drill);
    return drill;
  }

  private static List<String> text(Timeline timeline) {
    return TimelineText.lines(timeline);
  }
}
