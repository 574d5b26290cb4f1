package io.firedrill.docs;

import static io.firedrill.assertions.DrillAssertions.*;

import io.firedrill.assertions.DrillSoftAssertions;
import io.firedrill.drill.Drill;
import io.firedrill.drill.DrillCondition;
import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.model.Generator;
import io.firedrill.model.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The code of {@code docs/assertions.md}. */
class AssertionsSnippetsTest {

  private static final Path PAGE = Path.of("docs/assertions.md");
  private static final Path SOURCE =
      Path.of("src/test/java/io/firedrill/docs/AssertionsSnippetsTest.java");
  private static final String JOB =
      "pipeline_job_success_status{pipeline=\"ingestion\", source=\"quotes\"}";

  private static final List<Drill> DRILLS = new ArrayList<>();
  private static Drill drill;

  @BeforeAll
  static void aDay() {
    drill = drill();
    // snippet: day
    drill
        .series(
            "pipeline_job_success_status{pipeline=\"ingestion\", source=\"quotes\"}",
            "0x1080 1x360") // fails for 18 hours, then recovers
        .runFor(Duration.ofHours(24));
    // end: day
  }

  @AfterAll
  static void close() {
    DRILLS.forEach(Drill::close);
  }

  @Test
  void matchesThePage() throws IOException {
    Snippets.of(SOURCE).assertQuotedIn(PAGE);
  }

  @Test
  void states() {
    // snippet: states
    assertThat(drill.alerts("DataIngestionFailed"))
        .isPendingBetween(Duration.ZERO, Duration.ofMinutes(14))
        .isFiringAt(Duration.ofMinutes(15))
        .isFiringBetween(Duration.ofMinutes(15), Duration.ofHours(18))
        .isInactiveBetween(duration("18h1m"), duration("24h"));
    // end: states
  }

  @Test
  void course() {
    // snippet: course
    assertThat(drill.alerts("DataIngestionFailed", "source", "quotes"))
        .isPendingFirstAt(Duration.ZERO)
        .isPendingFor(Duration.ofMinutes(15))
        .firesFirstAt(Duration.ofMinutes(15))
        .firesFor(duration("17h46m"))
        .firesTimes(1)
        .isResolvedAt(duration("18h1m"));
    assertThat(drill.alerts("DataIngestionFailed", "source", "/news|weather/"))
        .neverFires()
        .neverPends();
    // end: course
  }

  @Test
  void details() {
    // snippet: details
    assertThat(drill.alerts("DataIngestionFailed"))
        .hasLabel("severity", "critical")
        .hasLabels("team", "data", "pipeline", "/ingest.*/")
        .hasAnnotation("summary", "Ingestion of quotes has failed for 15 minutes")
        .hasAnnotationsAt(Duration.ofMinutes(3), "summary", "/Ingestion of quotes .*/")
        .hasValue(0)
        .hasFiringCountAt(Duration.ofHours(1), 1)
        .hasPendingCountAt(Duration.ofHours(1), 0);
    // end: details
  }

  @Test
  void stepByStep() {
    Drill drill = drill();
    // snippet: steps
    drill.series("pipeline_job_success_status{pipeline=\"ingestion\"}", Generator.steady(0));
    drill.runFor(Duration.ofMinutes(14));
    assertThat(drill.alerts("DataIngestionFailed")).isPending();
    assertThat(drill.receiver("data-oncall")).receivedNothing();

    drill.step();
    assertThat(drill.alerts("DataIngestionFailed")).isFiring();

    drill.runUntil(DrillCondition.notified("data-oncall", 1), Duration.ofMinutes(5));
    assertThat(drill).isAt(Duration.ofMinutes(16));
    // end: steps
  }

  @Test
  void notifications() {
    // snippet: received
    assertThat(drill.receiver("data-oncall"))
        .received(
            notification()
                .at("15m30s")
                .firing()
                .groupLabel("alertname", "DataIngestionFailed")
                .alert("DataIngestionFailed", "source", "quotes", "severity", "critical"),
            notification().at("4h20m30s").firing(),
            notification().at("8h25m30s").firing(),
            notification().between("12h30m", "12h31m").firing(),
            notification().between("16h35m", "16h36m").firing(),
            notification().at("18h5m30s").resolved());
    assertThat(drill.receiver("everybody")).receivedNothing();
    // end: received
  }

  @Test
  void someNotifications() {
    // snippet: contains
    assertThat(drill.receiver("data-oncall"))
        .receivedTimes(6)
        .contains(
            notification().resolved(),
            notification()
                .alerts(
                    alert("DataIngestionFailed", "source", "quotes")
                        .firing()
                        .annotation("summary", "/.*failed for 15 minutes/"))
                .payload("commonLabels.team", "data"))
        .doesNotContain(notification().between("18h6m", "24h"));
    // end: contains
  }

  @Test
  void narrowed() {
    // snippet: narrowed
    assertThat(drill.receiver("data-oncall").by("webhook").between(Duration.ZERO, duration("1h")))
        .received(notification().at("15m30s"));
    // end: narrowed
  }

  @Test
  void queries() {
    // snippet: queries
    assertThat(drill.query("up{job=\"nobody\"}")).isEmpty();
    assertThat(drill.query("count(pipeline_job_success_status)")).hasValue(1);
    assertThat(drill.query("avg_over_time(pipeline_job_success_status[24h])"))
        .hasSize(1)
        .hasValue(0.25, within(0.01));
    assertThat(drill.query("pipeline_job_success_status", drill.start().plus(duration("1h"))))
        .hasSamples(
            sample("pipeline_job_success_status{pipeline=\"ingestion\", source=\"quotes\"}", 0))
        .contains(
            within(0.1),
            sample("pipeline_job_success_status{pipeline=\"ingestion\", source=\"quotes\"}", 0.05));
    // end: queries
  }

  @Test
  void whole() {
    // snippet: whole
    assertThat(drill)
        .onlyFired("DataIngestionFailed")
        .onlyNotified("data-oncall")
        .hasNoProblems()
        .isAt(Duration.ofHours(24));
    // end: whole
  }

  @Test
  void timelines() {
    Drill drill = drill().series(JOB, "0x20").runFor(Duration.ofMinutes(20));
    Drill other = drill().series(JOB, Generator.steady(0));
    // snippet: timelines
    assertThat(drill.timeline())
        .containsExactly(
            "0s DataIngestionFailed{pipeline=\"ingestion\", severity=\"critical\","
                + " source=\"quotes\", team=\"data\"} inactive -> pending",
            "15m DataIngestionFailed{pipeline=\"ingestion\", severity=\"critical\","
                + " source=\"quotes\", team=\"data\"} pending -> firing",
            "15m30s webhook data-oncall firing {alertname=\"DataIngestionFailed\"} 1 alert");

    Timeline before = drill.timeline();
    assertThat(other.runFor(Duration.ofMinutes(20)).timeline()).isEqualTo(before);
    // end: timelines
  }

  @Test
  void snapshots() {
    // snippet: snapshot
    assertThat(drill.timeline())
        .matchesSnapshot(Path.of("src/test/resources/snapshots/failed-ingestion.snapshot"));
    // end: snapshot
  }

  @Test
  void softly() {
    // snippet: softly
    DrillSoftAssertions.assertSoftly(
        softly -> {
          softly.assertThat(drill.alerts("DataIngestionFailed")).firesTimes(1);
          softly.assertThat(drill.receiver("data-oncall")).receivedTimes(6);
          softly.assertThat(drill.receiver("everybody")).receivedNothing();
        });
    // end: softly
  }

  @Test
  void descriptions() {
    // snippet: described
    assertThat(drill.receiver("everybody"))
        .as("only the data team is notified about its pipelines")
        .receivedNothing();
    // end: described
  }

  @Test
  void failsAsThePageShows() throws IOException {
    Throwable failure =
        catchThrowable(
            () -> {
              // snippet: fails
              assertThat(drill.receiver("data-oncall").between(Duration.ZERO, duration("6h")))
                  .received(
                      notification().at("15m").firing().alert("DataIngestionFailed"),
                      notification().at("4h20m30s").resolved());
              // end: fails
            });

    assertThat(Files.readString(PAGE)).contains("```text\n" + failure.getMessage() + "\n```");
  }

  private static Drill drill() {
    DrillSpec spec =
        DrillSpec.ofRules(Path.of("rules/ingestion.yml"))
            .alertmanagerConfig(Path.of("rules/ingestion-routes.yml"))
            .start(Instant.parse("2026-03-02T08:00:00Z"))
            .build();
    Drill made = new RigDrill(TestPairs.newest(), spec);
    DRILLS.add(made);
    return made;
  }
}
