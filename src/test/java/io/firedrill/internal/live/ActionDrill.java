package io.firedrill.internal.live;

import io.firedrill.drill.Drill;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.Replicas;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.Generator;
import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Drills of one alert whose expression is true from the start on, with results as text. The rule
 * has {@code for: 15m}; the route {@code group_wait: 30s}, {@code group_interval: 5m} and {@code
 * repeat_interval: 4h}. Without actions, it fires at 15m and is notified at 15m30s; its group is
 * flushed every 5m from then on.
 */
public final class ActionDrill {

  public static final Path RULES = Path.of("rules/ingestion.yml");
  public static final Path ROUTES = Path.of("rules/ingestion-routes.yml");
  public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  static final String JOB =
      "pipeline_job_success_status{pipeline=\"ingestion\", source=\"quotes\"}";

  private ActionDrill() {}

  /** A drill that has not moved yet, for a version of Prometheus. */
  static Drill of(String version) {
    return of(version, RULES, Replicas.NONE);
  }

  static Drill of(String version, Path rules, Replicas replicas) {
    DrillSpec spec =
        DrillSpec.ofRules(rules).alertmanagerConfig(ROUTES).start(START).replicas(replicas).build();
    return new RigDrill(TestPairs.rigs(version), spec).series(JOB, Generator.steady(0));
  }

  /** The specification of this drill with another start. */
  static DrillSpec spec(Instant start) {
    return DrillSpec.ofRules(RULES).alertmanagerConfig(ROUTES).start(start).build();
  }

  static Duration duration(String text) {
    return PrometheusDuration.parse(text).orElseThrow();
  }

  /** Runs with one action. */
  static Timeline run(String version, String at, Consumer<Drill> action, String length) {
    try (Drill drill = of(version)) {
      return drill.at(duration(at), action).runFor(duration(length)).timeline();
    }
  }

  /** The notifications: {@code 15m30s firing data-oncall}. */
  static List<String> told(Timeline timeline) {
    return timeline.notifications().stream().map(n -> text(timeline, n)).toList();
  }

  /** The attempts that failed: {@code 15m30s HTTP 503}. */
  static List<String> failed(Timeline timeline) {
    return timeline.attempts().stream()
        .map(a -> offset(timeline, a.time()) + " " + a.failure())
        .toList();
  }

  /** The alert's changes of state: {@code 15m firing}. */
  static List<String> states(Timeline timeline) {
    return timeline.alertChanges().stream()
        .map(c -> offset(timeline, c.time()) + " " + c.to())
        .toList();
  }

  /** The actions: {@code 20m prometheus stopped}. */
  static Stream<String> done(Timeline timeline) {
    return timeline.actions().stream()
        .map((TimelineEvent.Acted a) -> offset(timeline, a.time()) + " " + a.text());
  }

  private static String text(Timeline timeline, Notification n) {
    return offset(timeline, n.time()) + " " + n.status() + " " + n.receiver();
  }

  static String offset(Timeline timeline, Instant time) {
    long seconds = Duration.between(timeline.start(), time).toSeconds();
    return PrometheusDuration.format(Duration.ofSeconds(seconds));
  }
}
