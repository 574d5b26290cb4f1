package io.firedrill.internal.coverage;

import static io.firedrill.internal.coverage.CoverageState.FIRED;
import static io.firedrill.internal.coverage.CoverageState.INHIBITED;
import static io.firedrill.internal.coverage.CoverageState.LET_PASS;
import static io.firedrill.internal.coverage.CoverageState.MATCHED;
import static io.firedrill.internal.coverage.CoverageState.MUTED;
import static io.firedrill.internal.coverage.CoverageState.NOTIFIED;
import static io.firedrill.internal.coverage.CoverageState.PENDING;
import static io.firedrill.internal.coverage.CoverageState.QUIET;
import static io.firedrill.internal.coverage.CoverageState.RECORDED;
import static io.firedrill.internal.coverage.CoverageState.RESOLVED;
import static io.firedrill.model.AlertState.FIRING;
import static io.firedrill.model.AlertState.INACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.coverage.RunFacts.Inhibition;
import io.firedrill.internal.coverage.RunFacts.Mute;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coverage of a run with given facts. */
class RunCoverageTest {

  private static final String RULES =
      """
      groups:
      - name: queue
        labels: {team: data}
        rules:
        - record: queue:length:max
          expr: max(queue_length)
        - {alert: QueueFull, expr: queue_length > 100, for: 2m}
        - {alert: QueueGone, expr: absent(queue_length)}
      """;

  private static final String TWINS =
      """
      groups:
      - name: twins
        rules:
        - {alert: Slow, expr: a_seconds > 1, labels: {of: a}}
        - {alert: Slow, expr: b_seconds > 1, labels: {of: b}}
        - {alert: Odd, expr: c > 1}
        - {alert: Odd, expr: d > 1, labels: {level: '{{ $value }}'}}
        - {record: r, expr: e}
        - {record: r, expr: f}
        - {record: g, expr: h}
      """;

  private static final String ROUTES =
      """
      route:
        receiver: everybody
        group_by: [alertname]
        routes:
        - matchers: [team="data"]
          receiver: data
          active_time_intervals: [days]
          routes:
          - {matchers: [alertname="QueueGone"], receiver: nobody, mute_time_intervals: [nights]}
      inhibit_rules:
      - {source_matchers: [alertname="QueueGone"], target_matchers: [alertname="QueueFull"], equal: [team]}
      - {source_matchers: [alertname="QueueFull"], target_matchers: [alertname="QueueGone"]}
      time_intervals:
      - {name: days, time_intervals: [{weekdays: ['monday:friday']}]}
      - {name: nights, time_intervals: [{weekdays: [sunday]}]}
      - {name: never, time_intervals: [{weekdays: [sunday]}]}
      receivers:
      - {name: everybody, webhook_configs: [{url: 'http://localhost/'}]}
      - {name: data, webhook_configs: [{url: 'http://localhost/'}]}
      - name: nobody
      """;

  private static final Labels FULL = Labels.of("alertname", "QueueFull", "team", "data");
  private static final Labels GONE = Labels.of("alertname", "QueueGone", "team", "data");

  @TempDir private Path directory;

  private GivenRun run;

  @BeforeEach
  void run() {
    run = new GivenRun(directory);
  }

  @Test
  void ofARuleThatFiresAndEnds() {
    run.rules(RULES)
        .firing(FULL, 1, 3, 9)
        .samples("queue_length", "queue:length:max{team=\"data\"}");

    assertThat(run.seen("QueueFull")).containsExactly(PENDING, FIRED, RESOLVED);
    assertThat(run.seen("QueueGone")).containsExactly(QUIET);
    assertThat(run.seen("queue:length:max")).containsExactly(RECORDED);
  }

  @Test
  void doesNotRequirePendingWithoutFor() {
    run.rules(RULES);

    assertThat(run.states("QueueFull")).containsExactly(PENDING, FIRED, RESOLVED, QUIET);
    assertThat(run.states("QueueGone")).containsExactly(FIRED, RESOLVED, QUIET);
  }

  @Test
  void doesNotCountAsQuietWithoutData() {
    run.rules(RULES.replace("absent(queue_length)", "vector(1)"));

    assertThat(run.states("QueueGone")).containsExactly(FIRED, RESOLVED);
  }

  @Test
  void ofAnAlertThatWasOnlyPendingIsNotQuiet() {
    run.rules(RULES).pending(FULL, 1, 2).samples("queue_length");

    assertThat(run.seen("QueueFull")).containsExactly(PENDING);
  }

  @Test
  void ofARuleWithoutDataIsNotQuiet() {
    run.rules(RULES);

    assertThat(run.seen("QueueFull")).isEmpty();
    assertThat(run.seen("queue:length:max")).isEmpty();
  }

  @Test
  void ofARuleThatCouldNotBeEvaluatedIsNotQuiet() {
    run.rules(RULES).samples("queue_length").failed("QueueFull");

    assertThat(run.seen("QueueFull")).isEmpty();
    assertThat(run.seen("QueueGone")).containsExactly(QUIET);
  }

  @Test
  void distinguishesRulesWithTheSameNameByLabels() {
    run.rules(TWINS)
        .firing(Labels.of("alertname", "Slow", "of", "b"), 1, 1, 5)
        .samples("a_seconds", "b_seconds");

    assertThat(run.seen("Slow", "of", "a")).containsExactly(QUIET);
    assertThat(run.seen("Slow", "of", "b")).containsExactly(FIRED, RESOLVED);
  }

  @Test
  void distinguishesRulesByTheirResults() {
    Labels odd = Labels.of("alertname", "Odd", "level", "7", "host", "x");
    run.rules(TWINS)
        .firing(odd, 1, 1, 5)
        .samples("c", "d")
        .yielding("d > 1", Labels.of("__name__", "d", "host", "x"));

    assertThat(run.seen("Odd")).isEmpty(); // It is unknown whether it was quiet.
    assertThat(run.seen("Odd", "level", "{{ $value }}")).containsExactly(FIRED, RESOLVED);
  }

  @Test
  void queriesTheExpressionIfTheRuleOfASampleIsUnknown() {
    run.rules(TWINS).samples("r", "g").fed("g").yielding("f", Labels.of("__name__", "f"));

    assertThat(run.seenAtLine(8)).as("r of e").isEmpty();
    assertThat(run.seenAtLine(9)).as("r of f").containsExactly(RECORDED);
    assertThat(run.seenAtLine(10)).as("g, which the test feeds").isEmpty();
  }

  @Test
  void ofRoutes() {
    run.rules(RULES).routes(ROUTES).firing(FULL, 1, 3, 9).notified("data", 3, FULL);

    assertThat(run.seen("everybody")).containsExactly(MATCHED, NOTIFIED);
    assertThat(run.seen("data {team=\"data\"}")).containsExactly(MATCHED, NOTIFIED);
    assertThat(run.seen("nobody {team=\"data\"} {alertname=\"QueueGone\"}")).isEmpty();
    assertThat(run.seen(CoverageKind.RECEIVER, "data")).containsExactly(NOTIFIED);
    assertThat(run.seen(CoverageKind.RECEIVER, "everybody")).isEmpty();
    assertThat(run.seen("days")).containsExactly(LET_PASS);
  }

  @Test
  void ofRoutesOfRelabelledAlerts() {
    Labels plain = Labels.of("alertname", "QueueFull");
    run.rules(RULES).routes(ROUTES).firing(plain, 1, 3, 9).notified("data", 3, FULL);

    assertThat(run.seen("data {team=\"data\"}")).containsExactly(MATCHED, NOTIFIED);
  }

  @Test
  void doesNotRequireNotificationsWithoutIntegrations() {
    run.rules(RULES).routes(ROUTES).firing(GONE, 1, 1, 9);

    String route = "nobody {team=\"data\"} {alertname=\"QueueGone\"}";
    assertThat(run.states(route)).containsExactly(MATCHED);
    assertThat(run.seen(route)).containsExactly(MATCHED);
    assertThat(run.names(CoverageKind.RECEIVER)).containsExactly("everybody", "data");
  }

  @Test
  void ofInhibitionRulesThatInhibit() {
    run.rules(RULES).routes(ROUTES).inhibition(new Inhibition(run.minute(5), GONE, FULL));

    assertThat(
            run.seen("{alertname=\"QueueGone\"} inhibits {alertname=\"QueueFull\"} of equal team"))
        .containsExactly(INHIBITED);
    assertThat(run.seen("{alertname=\"QueueFull\"} inhibits {alertname=\"QueueGone\"}")).isEmpty();
  }

  @Test
  void ofTimeIntervals() {
    run.rules(RULES).routes(ROUTES).mute(new Mute(run.minute(5), "nights"));

    assertThat(run.states("days")).containsExactly(MUTED, LET_PASS);
    assertThat(run.states("nights")).containsExactly(MUTED);
    assertThat(run.seen("nights")).containsExactly(MUTED);
    assertThat(run.seen("days")).isEmpty();
    assertThat(run.seen("never")).isEmpty();
  }

  @Test
  void ofRulesThatAreLoadedDuringTheRun() {
    run.rules(RULES)
        .thenRules(10, RULES.replace("> 100", "> 200"))
        .firing(FULL, 1, 3, 9)
        .firing(GONE, 4, 4, 15)
        .samples("queue_length");

    assertThat(run.seen("rules-0.yml", "QueueFull")).containsExactly(PENDING, FIRED, RESOLVED);
    assertThat(run.seen("rules-1.yml", "QueueFull")).containsExactly(QUIET);
    assertThat(run.seen("rules-0.yml", "QueueGone")).containsExactly(FIRED);
    assertThat(run.seen("rules-1.yml", "QueueGone")).containsExactly(RESOLVED);
  }

  @Test
  void ofAnAlertThatStillFiresIsNotResolved() {
    run.rules(RULES).changed(GONE, 7, INACTIVE, FIRING);

    assertThat(run.seen("QueueGone")).containsExactly(FIRED);
  }
}
