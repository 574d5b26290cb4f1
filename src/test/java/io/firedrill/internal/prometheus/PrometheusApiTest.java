package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusApiTest {

  private static final String RULES =
      """
      groups:
      - name: every kind
        interval: 1s
        rules:
        - record: answer
          expr: vector(42)
          labels: {team: data}
        - alert: AlwaysFires
          expr: answer > 1
          keep_firing_for: 1m
          labels: {severity: page}
          annotations: {summary: 'it is {{ $value }}'}
        - record: ambiguous
          expr: label_replace(vector(1), "a", "1", "", "") or vector(1)
          labels: {a: same}
      - name: never
        interval: 1h
        rules: [{record: later, expr: vector(1)}]
      """;

  @TempDir private Path directory;

  @EveryPrometheus
  void returnsItsVersion(String version) throws Exception {
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      BuildInfo build = server.api().buildInfo();

      assertThat(build.version()).startsWith(version);
      assertThat(build.goVersion()).startsWith("go");
    }
  }

  @EveryPrometheus
  void evaluatesEveryTypeOfExpression(String version) throws Exception {
    Instant time = Instant.parse("1969-12-31T23:59:59.123Z");
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      PrometheusApi api = server.api();

      assertThat(api.query("scalar(vector(-1/0))", time))
          .isEqualTo(new QueryResult.Scalar(time, Double.NEGATIVE_INFINITY));
      assertThat(api.query("\"text\"", time)).isEqualTo(new QueryResult.Text(time, "text"));
      assertThat(api.query("time()", time)).isEqualTo(new QueryResult.Scalar(time, -0.877));
      assertThat(api.query("vector(0/0)", time))
          .isEqualTo(
              new QueryResult.Vector(
                  List.of(
                      new QueryResult.Element(
                          Labels.empty(), time, new QueryValue.Number(Double.NaN)))));
      assertThat(api.query("nothing[1m]", time)).isEqualTo(new QueryResult.Matrix(List.of()));
    }
  }

  @EveryPrometheus
  void reportsPrometheussOwnMessages(String version) throws Exception {
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      assertThatThrownBy(() -> server.api().query("sum(", Instant.EPOCH))
          .isInstanceOfSatisfying(
              PrometheusException.class,
              e -> {
                assertThat(e.status()).isEqualTo(400);
                assertThat(e.errorType()).isEqualTo("bad_data");
                assertThat(e.serverMessage()).contains("parse error", "unclosed left parenthesis");
              })
          .hasMessageStartingWith("query sum(: ");
    }
  }

  @EveryPrometheus
  void reportsWhyAReloadFailed(String version) throws Exception {
    Files.writeString(directory.resolve("prometheus.yml"), "{}");
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      server.api().reload();
      Files.writeString(directory.resolve("prometheus.yml"), "no_such_field: 1");

      assertThatThrownBy(() -> server.api().reload())
          .isInstanceOf(PrometheusException.class)
          .hasMessageStartingWith("reload of Prometheus's configuration: ")
          .hasMessageContaining("field no_such_field not found");
    }
  }

  @EveryPrometheus
  void listsRulesAndAlerts(String version) throws Exception {
    Files.createDirectories(directory.resolve("rules/k3"));
    Files.writeString(directory.resolve("prometheus.yml"), "rule_files: [rules/k3/0.yml]");
    Files.writeString(directory.resolve("rules/k3/0.yml"), RULES);
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      RuleGroupStatus group =
          TestPrometheus.await(
              () ->
                  server.api().rules().stream()
                      .filter(g -> g.lastEvaluation().isPresent())
                      .filter(g -> !g.rules().get(1).alerts().isEmpty())
                      .findFirst());

      assertThat(group.name()).isEqualTo("every kind");
      assertThat(group.file()).isEqualTo("rules/k3/0.yml");
      assertThat(group.interval()).isEqualTo(Duration.ofSeconds(1));
      RuleStatus recording = group.rules().get(0);
      assertThat(recording.kind()).isEqualTo(RuleStatus.Kind.RECORDING);
      assertThat(recording.name()).isEqualTo("answer");
      assertThat(recording.labels()).isEqualTo(Labels.of("team", "data"));
      assertThat(recording.health()).isEqualTo(RuleStatus.Health.OK);
      assertThat(recording.lastError()).isEmpty();
      RuleStatus ambiguous = group.rules().get(2);
      assertThat(ambiguous.health()).isEqualTo(RuleStatus.Health.ERR);
      assertThat(ambiguous.lastError()).get().asString().contains("same labelset");
      RuleStatus alerting = group.rules().get(1);
      assertThat(alerting.kind()).isEqualTo(RuleStatus.Kind.ALERTING);
      assertThat(alerting.query()).isEqualTo("answer > 1");
      ActiveAlert alert = alerting.alerts().get(0);
      assertThat(alert.labels())
          .isEqualTo(Labels.of("alertname", "AlwaysFires", "severity", "page", "team", "data"));
      assertThat(alert.annotations()).isEqualTo(Map.of("summary", "it is 42"));
      assertThat(alert.state()).isEqualTo(AlertState.FIRING);
      assertThat(alert.value()).isEqualTo(42);
      assertThat(alert.keepFiringSince()).isEmpty();
      assertThat(alert.activeAt()).isBeforeOrEqualTo(group.lastEvaluation().orElseThrow());
      assertThat(server.api().alerts())
          .extracting(ActiveAlert::labels)
          .containsExactly(alert.labels());
      RuleGroupStatus never = server.api().rules().get(1);
      assertThat(never.lastEvaluation()).isEmpty();
      assertThat(never.rules().get(0).health()).isEqualTo(RuleStatus.Health.UNKNOWN);
      assertThat(never.rules().get(0).lastEvaluation()).isEqualTo(Optional.empty());
    }
  }

  @EveryPrometheus
  void returnsTheTimeFromWhichAnAlertIsOnlyKeptFiring(String version) throws Exception {
    Files.writeString(directory.resolve("prometheus.yml"), "rule_files: [kept.yml]");
    Files.writeString(
        directory.resolve("kept.yml"),
        """
        groups:
        - name: kept
          interval: 1s
          rules: [{alert: EverySecondTime, expr: vector(time()) % 2 < 1, keep_firing_for: 1h}]
        """);
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      ActiveAlert alert =
          TestPrometheus.await(
              () ->
                  server.api().alerts().stream()
                      .filter(a -> a.keepFiringSince().isPresent())
                      .findFirst());

      assertThat(alert.state()).isEqualTo(AlertState.FIRING);
      assertThat(alert.keepFiringSince().orElseThrow()).isAfter(alert.activeAt());
    }
  }

  @Test
  void isNotReadyIfNothingListens() {
    assertThat(PrometheusApi.at(URI.create("http://127.0.0.1:1")).isReady()).isFalse();
  }
}
