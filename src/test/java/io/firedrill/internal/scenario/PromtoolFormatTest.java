package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.source.Located;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromtoolFormatTest {

  @TempDir Path directory;

  private ScenarioFiles files;

  @BeforeEach
  void files() {
    files = new ScenarioFiles(directory);
  }

  @Test
  void readsAWholeFile() {
    files.write("rules/disk.yaml", "groups: []");
    ScenarioFile file =
        files.read(
            """
            rule_files: [rules/disk.yaml]
            evaluation_interval: 30s
            fuzzy_compare: true
            group_eval_order: [first, second]
            tests:
            - name: disks fill up
              start_timestamp: 2026-03-02T08:00:00Z
              interval: 2m
              input_series:
              - series: 'free{disk="a"}'
                values: '1 _ 0'
              alert_rule_test:
              - eval_time: 4m
                alertname: DiskFull
                exp_alerts:
                - exp_labels: {disk: a, severity: page}
                  exp_annotations: {summary: a is full}
              promql_expr_test:
              - expr: free
                eval_time: 1m30s
                exp_samples:
                - labels: 'free{disk="a"}'
                  value: 1
              external_labels: {cluster: test}
              external_url: http://prometheus
            """);

    assertThat(file.ruleFiles())
        .extracting(Located::value)
        .containsExactly(directory.resolve("rules/disk.yaml"));
    assertThat(file.evaluationInterval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(file.fuzzyCompare()).isTrue();
    assertThat(file.strict()).isFalse();
    assertThat(file.usesFiredrillKeys()).isFalse();
    assertThat(file.groupEvalOrder()).extracting(Located::value).containsExactly("first", "second");
    assertThat(file.groupEvalOrder().get(1).position().column()).isEqualTo(27);
    assertThat(file.warnings()).isEmpty();

    Scenario test = file.scenarios().get(0);
    assertThat(test.name()).isEqualTo("disks fill up");
    assertThat(test.position().line()).isEqualTo(6);
    assertThat(test.externalLabels()).isEqualTo(Labels.of("cluster", "test"));
    assertThat(test.externalUrl()).isEqualTo("http://prometheus");
    Instant start = Instant.parse("2026-03-02T08:00:00Z");
    assertThat(test.start()).isEqualTo(start);
    assertThat(test.inputSeries().get(0).samples(start, test.interval()))
        .containsExactly(
            new Sample(start, SampleValue.of(1)),
            new Sample(start.plusSeconds(240), SampleValue.of(0)));
    assertThat(test.lastMentionedTime()).isEqualTo(Duration.ofMinutes(4));

    AlertExpectation alerts = test.alertTests().get(0);
    assertThat(alerts.alertname()).isEqualTo("DiskFull");
    assertThat(alerts.expected().get(0).labels())
        .isEqualTo(Labels.of("alertname", "DiskFull", "disk", "a", "severity", "page"));
    assertThat(alerts.expected().get(0).annotations()).isEqualTo(Map.of("summary", "a is full"));
    PromqlExpectation promql = test.promqlTests().get(0);
    assertThat(promql.expr()).isEqualTo("free");
    assertThat(promql.exprPosition().column()).isEqualTo(11);
    assertThat(promql.evalTime()).isEqualTo(Duration.ofSeconds(90));
    assertThat(promql.expected().get(0).labels())
        .isEqualTo(Labels.of("__name__", "free", "disk", "a"));
  }

  @Test
  void defaultsAreThoseOfPromtool() {
    ScenarioFile file = files.read("tests: [{name: a}, {}, {interval: 0}]");

    assertThat(file.evaluationInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(file.scenarios())
        .extracting(Scenario::name)
        .containsExactly("a", "unnamed#1", "unnamed#2");
    assertThat(file.scenarios()).extracting(Scenario::start).containsOnly(Instant.EPOCH);
    assertThat(file.scenarios()).extracting(Scenario::interval).containsOnly(Duration.ofMinutes(1));
    assertThat(files.read("evaluation_interval: 15s\ntests: [{}]").scenarios().get(0).interval())
        .isEqualTo(Duration.ofSeconds(15));
  }

  @ParameterizedTest
  @CsvSource({
    "1767225600, 2026-01-01T00:00:00Z",
    "1767225600.5, 2026-01-01T00:00:00.500Z",
    "1.7672256e9, 2026-01-01T00:00:00Z",
    "-1, 1969-12-31T23:59:59Z",
    "-1000.5004, 1969-12-31T23:43:19.500Z",
    "1609459200.1234, 2021-01-01T00:00:00.123Z",
    "1609459200.123, 2021-01-01T00:00:00.122Z",
    "2021-01-01T00:00:00.1239Z, 2021-01-01T00:00:00.123Z",
    "1960-01-01T00:00:00.0009Z, 1960-01-01T00:00:00.001Z",
    "2026-01-01T02:00:00+02:00, 2026-01-01T00:00:00Z",
    "'\"2026-01-01T00:00:00.25Z\"', 2026-01-01T00:00:00.250Z",
    "null, 1970-01-01T00:00:00Z"
  })
  void theStartIsUnixOrRfc3339(String written, Instant start) {
    assertThat(files.test("start_timestamp: " + written).start()).isEqualTo(start);
  }

  @Test
  void valuesMayBeANumberOrEmpty() {
    Scenario test =
        files.test("input_series: [{series: a, values: 5}, {series: b, values: }, {series: c}]");

    assertThat(test.inputSeries()).extracting(s -> s.values().size()).containsExactly(1, 0, 0);
  }

  @Test
  void mostKeysOfAnAlertTestAreOptional() {
    Scenario test =
        files.test(
            """
            alert_rule_test:
            - {alertname: A}
            - {alertname: A, eval_time: 0, exp_alerts: }
            - {alertname: A, eval_time: 1455m, exp_alerts: []}
            - {alertname: A, exp_alerts: [{}, {exp_labels: , exp_annotations: }]}
            """);

    assertThat(test.alertTests())
        .extracting(AlertExpectation::evalTime)
        .containsExactly(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1455), Duration.ZERO);
    assertThat(test.alertTests().get(3).expected())
        .extracting(ExpectedAlert::labels)
        .containsOnly(Labels.of("alertname", "A"));
  }

  @Test
  void labelValuesKeepTheNotationOfNumbersAndBooleans() {
    Scenario test =
        files.test(
            """
            alert_rule_test:
            - alertname: A
              exp_alerts:
              - exp_labels: {a: 1.50, b: true, c: null, d: 0x10, e: 2026-01-01, f: ''}
                exp_annotations: {a: 007, b: ~}
            """);

    ExpectedAlert alert = test.alertTests().get(0).expected().get(0);
    assertThat(alert.labels())
        .isEqualTo(
            Labels.of("alertname", "A", "a", "1.50", "b", "true", "d", "0x10", "e", "2026-01-01"));
    assertThat(alert.annotations()).isEqualTo(Map.of("a", "007", "b", ""));
  }

  @Test
  void samplesMayBeWrittenInManyWays() {
    Scenario test =
        files.test(
            """
            promql_expr_test:
            - expr: 5
              exp_samples:
              - {value: '+Inf'}
              - {labels: , value: -.inf}
              - {labels: up, value: 1e3}
              - {labels: '{job="a"}', value: 0x10}
              - {labels: '{}'}
              - {labels: up, histogram: '{{count:2}}'}
            - {expr: up, exp_samples: }
            """);

    List<ExpectedSample> samples = test.promqlTests().get(0).expected();
    assertThat(test.promqlTests().get(0).expr()).isEqualTo("5");
    assertThat(samples)
        .extracting(s -> s.labels().toString())
        .containsExactly("{}", "{}", "up", "{job=\"a\"}", "{}", "up");
    assertThat(samples.subList(0, 5))
        .extracting(ExpectedSample::value)
        .containsExactly(
            SampleValue.of(Double.POSITIVE_INFINITY),
            SampleValue.of(Double.NEGATIVE_INFINITY),
            SampleValue.of(1000),
            SampleValue.of(16),
            SampleValue.of(0));
    assertThat(samples.get(5).value()).isInstanceOf(SampleValue.Histogram.class);
  }

  @Test
  void anchorsMergeKeysAndFoldedSeriesWork() {
    ScenarioFile file =
        files.read(
            """
            tests:
            - &first
              name: one
              input_series: &series
              - series: >-
                  up{job = 'a',
                     instance="b",}
                values: '1   1
                  1'
            - <<: *first
              name: two
            - {name: three, input_series: *series, run_for: 2m}
            """);

    assertThat(file.scenarios()).extracting(Scenario::name).containsExactly("one", "two", "three");
    assertThat(file.scenarios())
        .extracting(s -> s.inputSeries().get(0).labels())
        .containsOnly(Labels.of("__name__", "up", "job", "a", "instance", "b"));
    assertThat(file.scenarios().get(2).inputSeries().get(0).values()).hasSize(3);
  }

  @Test
  void startTimestampsAreCheckedAndNotFed() {
    Scenario test =
        files.test(
            """
            input_series:
            - {series: 'c{a="b"}@st', values: '_x2 -1m 0s+5sx7'}
            - {series: 'c{a="b"}', values: 0+1x10}
            - {series: other, values: 1}
            """);

    assertThat(test.inputSeries())
        .extracting(s -> s.labels().toString())
        .containsExactly("c{a=\"b\"}", "other");
  }

  @Test
  void startTimestampsBelongToTheSeriesThatFollows() {
    files.assertTestError(
        """
        input_series:
        - {series: a@st, values: 0sx4}
        - {series: a, values: 1x9}
        - {series: b@st, values: 0sx9}
        - {series: c, values: 1x9}
        - {series: d@st, values: 1 2}
        - {series: d, values: 1 2}
        - {series: 'e{x="y z"}@st', values: 1}
        - {series: f@st, values: 0s, unit: seconds}
        """,
        """
        drill.yaml:3:14: error: there are 5 start timestamps for 10 values
            3 |   - {series: a@st, values: 0sx4}
              |              ^^^^

        drill.yaml:5:14: error: the start timestamps of b are not followed by the values of that series
            5 |   - {series: b@st, values: 0sx9}
              |              ^^^^

        drill.yaml:7:28: error: expected a start timestamp such as "-1m", "0sx5" or "0s-15sx5", found "1"
            7 |   - {series: d@st, values: 1 2}
              |                            ^

        drill.yaml:9:25: error: expected nothing after the series, found "@st"
            9 |   - {series: 'e{x="y z"}@st', values: 1}
              |                         ^^^

        drill.yaml:10:14: error: the start timestamps of f are not followed by the values of that series
           10 |   - {series: f@st, values: 0s, unit: seconds}
              |              ^^^^

        drill.yaml:10:32: error: unknown key "unit" in an item of start timestamps
           10 |   - {series: f@st, values: 0s, unit: seconds}
              |                                ^^^^
          hint: expected one of: series, values
        """);
  }

  @Test
  void aFileWithoutTestsIsAWarning() {
    assertThat(files.read("").scenarios()).isEmpty();
    assertThat(files.read("# nothing\n").warnings().get(0).message())
        .isEqualTo("the file has no tests");
    assertThat(files.read("tests: [{}]\n---\nx: 1\n").warnings().get(0).message())
        .isEqualTo("only the first document of a file is read");
  }

  @Test
  void aSeriesWithoutValuesOrNameIsAWarning() {
    assertThat(
            files.warnings(
                """
                input_series:
                - series: up
                  values: 1x9
                - {series: ended, values: 1 stale}
                - {series: empty}
                - {series: '{a="b"}', values: 1x10}
                alert_rule_test:
                - {eval_time: 10m, alertname: A, exp_alerts: [{exp_labels: {alertname: B}}]}
                """))
        .isEqualTo(
            """
            drill.yaml:6:14: warning: the series has no values
                6 |   - {series: empty}
                  |              ^^^^^

            drill.yaml:7:14: warning: the series has no metric name
                7 |   - {series: '{a="b"}', values: 1x10}
                  |              ^^^^^^^^^

            drill.yaml:9:74: warning: "alertname" does not count here: the item's own, "A", does
                9 |   - {eval_time: 10m, alertname: A, exp_alerts: [{exp_labels: {alertname: B}}]}
                  |                                                                          ^""");
  }

  @Test
  void theLastOfSeveralEntriesForOneSeriesCounts() {
    String body =
        """
        input_series:
        - {series: 'up{a="b"}', values: 1}
        - {series: 'up{ a=''b'' }', values: 2}
        """;

    assertThat(files.test(body).inputSeries())
        .extracting(InputSeries::values)
        .containsExactly(List.of(Optional.of(SampleValue.of(2))));
    assertThat(files.warnings(body))
        .isEqualTo(
            """
            drill.yaml:4:14: warning: up{a="b"} replaces the series with the same labels in line 3
                4 |   - {series: 'up{ a=''b'' }', values: 2}
                  |              ^^^^^^^^^^^^^^^""");
  }
}
