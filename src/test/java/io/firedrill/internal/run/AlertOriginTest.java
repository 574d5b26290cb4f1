package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.EvaluationPlan;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As Prometheus merges labels: the metric's, the group's, the rule's, and its own over all. */
class AlertOriginTest {

  private static final String RULES =
      """
      groups:
      - name: 'unit 0'
        interval: 1s
        labels: {team: data, tier: one}
        rules:
        - {record: Full, expr: q}
        - {alert: Full, expr: q, labels: {team: shop}}
      - name: 'unit 1'
        interval: 2s
        labels: {team: data}
        rules:
        - {alert: Full, expr: q, labels: {queue: '{{ $labels.q }}', gone: '', level: 1}}
      - name: 'unit 2'
        interval: 3s
        rules:
        - {alert: Other, expr: q, labels: {alertname: Full, alertstate: none}}
        - {record: Full, expr: q}
      """;

  @TempDir private Path directory;
  private EvaluationSchedule schedule;

  @BeforeEach
  void rules() throws IOException {
    Path file = Files.writeString(directory.resolve("rules.yml"), RULES);
    schedule =
        new EvaluationSchedule(
            Instant.EPOCH, EvaluationPlan.byInterval(RuleFile.read(file), Duration.ofMinutes(1)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alertname=Full,team=shop,tier=one        | 0
          alertname=Full,team=data,level=1,queue=a | 1
          # No rule's labels fit: by name.
          alertname=Full,team=data,tier=one        | 0 1
          alertname=Full,team=data,level=1,gone=no | 0 1
          alertname=Other                          | 2
          alertname=None                           |
          """)
  void isTheRulesThatTheLabelsFit(String alert, String units) {
    List<Integer> expected =
        units == null
            ? List.of()
            : List.of(units.split(" ")).stream().map(Integer::valueOf).toList();

    assertThat(
            AlertOrigin.of(Labels.of(alert.split("[=,]")), List.of(schedule)).units().get(schedule))
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
