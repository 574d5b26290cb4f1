package io.firedrill.internal.scenario;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioErrorsTest {

  @TempDir Path directory;

  private ScenarioFiles files;

  @BeforeEach
  void files() {
    files = new ScenarioFiles(directory);
  }

  @Test
  void allErrorsOfAFileAreReportedAtOnce() {
    files.assertError(
        """
        rule_file: [a.yaml]
        tests:
        - intervall: 1m
          input_series:
          - series: up{
            values: 1 q
          alert_rule_test:
          - eval_time: 5
            alertname: ''
        """,
        """
        drill.yaml:1:1: error: unknown key "rule_file" in a scenario file
            1 | rule_file: [a.yaml]
              | ^^^^^^^^^
          hint: did you mean "rule_files"?

        drill.yaml:3:3: error: unknown key "intervall" in a test
            3 | - intervall: 1m
              |   ^^^^^^^^^
          hint: did you mean "interval"?

        drill.yaml:5:16: error: expected a label name or "}", found the end
            5 |   - series: up{
              |                ^

        drill.yaml:6:15: error: expected a number, "_" or "stale", found "q"
            6 |     values: 1 q
              |               ^

        drill.yaml:8:16: error: expected a duration for "eval_time", found "5"
            8 |   - eval_time: 5
              |                ^
          hint: a unit is missing: 5s or 5m?

        drill.yaml:9:5: error: "alertname" is empty in an item of alert_rule_test
            9 |     alertname: ''
              |     ^^^^^^^^^
        """);
  }

  @Test
  void theCaretPointsIntoABlockOfValues() {
    files.assertTestError(
        """
        input_series:
        - series: up
          values: >
            1 2 3
            4 x 5
        """,
        """
        drill.yaml:6:9: error: expected a number, "_" or "stale", found "x"
            6 |       4 x 5
              |         ^
        """);
  }

  @Test
  void aFileMustBeAMapping() {
    files.assertError(
        "- tests",
        """
        drill.yaml:1:1: error: expected a mapping for a scenario file, found a list
            1 | - tests
              | ^
        """);
  }

  @Test
  void aGroupMustNotBeListedTwice() {
    files.assertError(
        "group_eval_order:\n- a\n- b\n- a\n",
        """
        drill.yaml:4:3: error: group "a" is already listed in line 2
            4 | - a
              |   ^
        """);
  }

  @Test
  void aStartMustBeAValidTime() {
    files.assertTestError(
        "start_timestamp: tomorrow",
        """
        drill.yaml:2:20: error: expected a start time, found "tomorrow"
            2 | - start_timestamp: tomorrow
              |                    ^^^^^^^^
          hint: write it as 2026-03-02T08:00:00Z, or in Unix seconds
        """);
    files.assertTestError(
        "start_timestamp: 1e17",
        """
        drill.yaml:2:20: error: expected a start time, found "1e17"
            2 | - start_timestamp: 1e17
              |                    ^^^^
          hint: write it as 2026-03-02T08:00:00Z, or in Unix seconds
        """);
  }

  @Test
  void aRunMustIncludeAllTimesOfTheTest() {
    files.assertTestError(
        "run_for: 5m\nalert_rule_test: [{eval_time: 10m, alertname: A}]",
        """
        drill.yaml:2:12: error: the run ends before 10m, the time of an expectation
            2 | - run_for: 5m
              |            ^^
        """);
  }

  @Test
  void promqlNeedsAnExpressionAndNumbers() {
    files.assertTestError(
        "promql_expr_test: [{exp_samples: [{labels: a=b, value: one}]}]",
        """
        drill.yaml:2:22: error: "expr" is missing in an item of promql_expr_test
            2 | - promql_expr_test: [{exp_samples: [{labels: a=b, value: one}]}]
              |                      ^

        drill.yaml:2:47: error: expected nothing after the series, found "=b"
            2 | - promql_expr_test: [{exp_samples: [{labels: a=b, value: one}]}]
              |                                               ^^

        drill.yaml:2:58: error: expected a number, found "one"
            2 | - promql_expr_test: [{exp_samples: [{labels: a=b, value: one}]}]
              |                                                          ^^^
        """);
  }

  @Test
  void configurationFilesMustExist() {
    files.write("alertmanager.yml", "");
    files.assertError(
        "alertmanager_config: alertmanger.yml\nprometheus_config: \"\\0\"\n",
        """
        drill.yaml:1:22: error: there is no file "alertmanger.yml"
            1 | alertmanager_config: alertmanger.yml
              |                      ^^^^^^^^^^^^^^^
          hint: did you mean "alertmanager.yml"?

        drill.yaml:2:20: error: not a path: Nul character not allowed
            2 | prometheus_config: "\\0"
              |                    ^^^^
        """);
  }

  @Test
  void theNumberOfValuesIsLimited() {
    StringBuilder series = new StringBuilder("interval: 1s\nrun_for: 1000000s\ninput_series:\n");
    for (int i = 0; i < 11; i++) {
      series.append("- {series: up" + i + ", values: 0x999999}\n");
    }
    files.assertTestError(
        series.toString(),
        """
        drill.yaml:15:14: error: the series of this file have more than 10000000 values
           15 |   - {series: up10, values: 0x999999}
              |              ^^^^
        """);
  }

  @Test
  void aSeriesMustHaveLabels() {
    files.assertTestError(
        "input_series: [{series: '{}', values: 1}]",
        """
        drill.yaml:2:27: error: the series has neither a name nor labels
            2 | - input_series: [{series: '{}', values: 1}]
              |                           ^^^^
        """);
  }
}
