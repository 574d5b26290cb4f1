package io.firedrill.junit;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.notification;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.drill.ReceivedNotifications;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/**
 * A group that Alertmanager 0.30 and newer first flushes at one of two instants, in drills: routes
 * are loaded at 35m, when one of its alerts is 20m old and the other one starts.
 */
class DoubtfulFlushTest {

  private static final String CAUSE =
      "Alertmanager first flushes group {alertname=\"DataIngestionFailed\"} of data-oncall at 35m or"
          + " at 35m30s";

  @TempDir private Path output;

  @FiredrillTest(
      rules = "rules/ingestion.yml",
      alertmanagerConfig = "rules/ingestion-routes.yml",
      start = "2026-03-02T08:00:00Z")
  static class Doubtful {

    private static ReceivedNotifications after(Drill drill, Duration end) {
      drill.series("pipeline_job_success_status{pipeline=\"ingestion\", source=\"a\"}", "0x60");
      drill.series(
          "pipeline_job_success_status{pipeline=\"ingestion\", source=\"b\"}", "1x19 0x40");
      drill.at(
          Duration.ofMinutes(35),
          d -> d.loadAlertmanagerConfig(Path.of("rules/ingestion-routes.yml")));
      drill.runFor(end);
      return drill.receiver("data-oncall").between(Duration.ofMinutes(34), end);
    }

    @Test
    void atOnce(Drill drill) {
      assertThat(after(drill, Duration.ofMinutes(40))).received(notification().at("35m").firing());
    }

    @Test
    void later(Drill drill) {
      assertThat(after(drill, Duration.ofMinutes(40)))
          .received(notification().at("35m30s").firing());
    }

    @Test
    void neverAtOnce(Drill drill) {
      assertThat(after(drill, Duration.ofMinutes(40))).doesNotContain(notification().at("35m"));
    }

    @Test
    void theWholeTimeline(Drill drill) {
      after(drill, Duration.ofMinutes(40));
      assertThat(drill.timeline()).isEqualTo(drill.timeline());
    }

    @Test
    void tooEarly(Drill drill) {
      assertThat(after(drill, Duration.ofSeconds(35 * 60 + 10))).receivedNothing();
    }

    @Test
    void both(Drill drill) {
      assertThat(after(drill, Duration.ofMinutes(40)))
          .received(notification().between("35m", "35m30s").firing());
      assertThat(drill).onlyNotified("data-oncall").onlyFired("DataIngestionFailed");
    }
  }

  @FiredrillTest(
      rules = "rules/ingestion.yml",
      alertmanagerConfig = "rules/ingestion-routes.yml",
      start = "2026-03-02T08:00:00Z")
  static class Certain {
    @Test
    void ofOneAge(Drill drill) {
      drill.series("pipeline_job_success_status{pipeline=\"ingestion\", source=\"a\"}", "0x60");
      drill.runFor(Duration.ofMinutes(40));
      assertThat(drill.receiver("data-oncall")).received(notification().at("15m30s"));
    }
  }

  @Test
  void anAssertionAboutOneInstantFailsInBothCases() {
    EngineExecutionResults results = Kit.keepingIn(output).run(Doubtful.class);

    assertThat(Kit.passed(results)).containsExactly("both(Drill)");
    List<String> failures =
        Kit.failures(results).stream().map(Throwable::getMessage).sorted().toList();
    assertThat(failures).hasSize(5).allMatch(failure -> failure.lines().count() <= 4);
    assertThat(failures)
        .filteredOn(failure -> failure.contains("  at 35m: holds\n  at 35m30s: data-oncall"))
        .as("atOnce")
        .hasSize(1);
    assertThat(failures)
        .filteredOn(failure -> failure.contains("  at 35m30s: holds\n  at 35m: data-oncall"))
        .as("later, neverAtOnce, and, where it was at once, tooEarly")
        .hasSizeBetween(2, 3);
    assertThat(failures)
        .allMatch(
            failure ->
                failure.startsWith("holds in only one of two cases: " + CAUSE + "\n")
                    || failure.equals(
                        "cannot be checked yet: "
                            + CAUSE
                            + "\n  hint: run the drill to 35m30s first"));
  }

  @Test
  void aDrillWarns() {
    Map<String, String> doubtful = warnings(Kit.keepingIn(output).run(Doubtful.class));
    Map<String, String> certain = warnings(Kit.keepingIn(output).run(Certain.class));

    assertThat(doubtful.get("firedrill.warnings"))
        .isEqualTo(
            "rules/ingestion-routes.yml:1:1: warning: "
                + CAUSE
                + ": it gets alerts older and younger than group_wait at the same time, and the first one decides");
    assertThat(certain).doesNotContainKey("firedrill.warnings");
  }

  private static Map<String, String> warnings(EngineExecutionResults results) {
    return results
        .allEvents()
        .reportingEntryPublished()
        .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
        .filter(pairs -> pairs.containsKey("firedrill.warnings"))
        .findFirst()
        .orElse(Map.of());
  }
}
