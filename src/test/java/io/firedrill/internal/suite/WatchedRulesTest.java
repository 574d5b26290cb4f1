package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.suite.RunSettings.Detail;
import io.firedrill.internal.verdict.WatchedRule;
import io.firedrill.internal.verdict.WatchedRule.Threshold;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data of rules for charts, from a real server. */
class WatchedRulesTest {

  private static final String RULES =
      """
      groups:
      - name: queue
        rules:
        - record: queue:length:double
          expr: queue_length * 2
        - alert: NamedInATest
          expr: queue:length:double > 1e3
        - alert: NamedInANotification
          expr: sum(queue_length) > 1000 and on () vector(1)
        - alert: ActiveAndNotNamed
          expr: queue_length
          for: 1h
        - alert: NeitherNamedNorActive
          expr: queue_length < 0
      """;

  private static final String TEST =
      """
      rule_files: [rules.yml]
      alertmanager_config: routes.yml
      strict: false
      tests:
      - input_series:
        - {series: 'queue_length{queue="a"}', values: '100+10x4'}
        run_for: 4m
        alert_rule_test:
        - {eval_time: 4m, alertname: NamedInATest, exp_alerts: []}
        notification_test:
        - receiver: all
          exp_notifications: [{group_labels: {alertname: /NamedInANot.*/}}]
      """;

  @TempDir private Path directory;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(directory.resolve("rules.yml"), RULES);
    Files.writeString(directory.resolve("test.yml"), TEST);
    Files.writeString(
        directory.resolve("routes.yml"),
        "{route: {receiver: all}, receivers: [{name: all, webhook_configs: [{url: 'http://a/'}]}]}");
  }

  @Test
  void areNamedByTheScenarioOrActive() {
    List<WatchedRule> rules = run(Detail.VERDICT);

    assertThat(rules)
        .extracting(WatchedRule::alert)
        .containsExactly("NamedInATest", "NamedInANotification", "ActiveAndNotNamed");
    assertThat(rules.get(0).position()).hasToString(directory + "/rules.yml:6:5");
    assertThat(rules).allMatch(rule -> rule.values().isEmpty());
  }

  @Test
  void haveTheComparedValuesOfEachEvaluation() {
    List<WatchedRule> rules = run(Detail.PICTURE);

    assertThat(rules.get(0).threshold()).contains(new Threshold("queue:length:double", ">", "1e3"));
    assertThat(rules.get(0).values())
        .containsExactly(
            series(
                Labels.of("__name__", "queue:length:double", "queue", "a"),
                200,
                220,
                240,
                260,
                280));
    assertThat(rules.get(1).threshold()).contains(new Threshold("sum(queue_length)", ">", "1000"));
    assertThat(rules.get(1).values())
        .containsExactly(series(Labels.empty(), 100, 110, 120, 130, 140));
    assertThat(rules.get(2).threshold()).isEmpty();
    assertThat(rules.get(2).values()).isEmpty();
  }

  private List<WatchedRule> run(Detail detail) {
    PreparedFile file = PreparedFile.of(ScenarioFile.read(directory.resolve("test.yml")));
    RunSettings settings = RunSettings.withLogsIn(directory.resolve("logs")).with(detail);
    return new ScenarioRunner(TestPairs.newest(), settings)
        .run(file, file.file().scenarios().get(0))
        .rules();
  }

  private static Series series(Labels labels, double... values) {
    return new Series(
        labels,
        IntStream.range(0, values.length)
            .mapToObj(i -> new Sample(Instant.ofEpochSecond(60L * i), SampleValue.of(values[i])))
            .toList());
  }
}
