package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.firedrill.internal.source.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For any content, reading a file ends soon, with a scenario or with errors at positions. */
class ScenarioMutationTest {

  private static final String PROMTOOL =
      """
      rule_files: [rules*.yaml]
      evaluation_interval: 1m
      group_eval_order: [a, "b"]
      tests:
      - &t
        interval: 1m
        input_series:
        - series: 'up{job="a", instance=`b\\n`, x="\\u00e9"}'
          values: '1+1x10 _x3 stale {{schema:1 count:2 buckets:[1 2] offset:-1}}x2'
        - series: >-
            {"my.metric", "a.b"="c"}
          values: 5
        alert_rule_test:
        - eval_time: 1h5m
          alertname: A
          exp_alerts:
          - exp_labels: {severity: page, n: 1.50}
            exp_annotations: {summary: "x\\ty"}
        promql_expr_test:
        - {expr: sum(up), eval_time: 5m, exp_samples: [{labels: '{}', value: .inf}]}
      - <<: *t
        name: |
          two
      """;

  private static final String DRILL =
      """
      alertmanager_config: alertmanager.yml
      strict: no
      tests:
      - name: é😀
        start_timestamp: 2026-03-02T08:00:00Z
        run_for: 2h
        input_series:
        - {series: a, steady: {value: 1, for: 10m}}
        - {series: b, values_from: [{ramp: {from: 1, to: 0, over: 5m}}, {gap: {for: 1m}}, {steady: 0}]}
        - {series: c, noise: {around: 1, amplitude: 2, seed: 3}}
        - {series: d, csv: {file: d.csv, column: v, time: t}}
        alert_state_test:
        - {alertname: A, labels: {a: /b.*/}, from: 1m, to: 2m, state: pending}
        notification_test:
        - receiver: r
          integration: slack
          exp_notifications:
          - at: 15m30s
            status: firing
            alerts: [{labels: {a: /b|c/}}]
            payload: {text: '/.*x.*/'}
      """;

  private static final List<String> PIECES =
      List.of(
          "*t",
          "&x ",
          "<<: *t\n",
          "[",
          "]",
          "{",
          "}",
          "'",
          "\"",
          "\\",
          "\n",
          "\t",
          ": ",
          "- ",
          "|",
          ">",
          "#",
          "%",
          "@",
          "!!str ",
          "x999999999",
          "_",
          "1e999",
          "\0",
          "\u0085",
          "\uFFFE",
          "\uD83D\uDE00",
          "---\n",
          "...\n",
          "? ",
          "~",
          "/(/",
          "-9223372036854775809",
          "/../../",
          "\"\\ud83d\"",
          "\"\\0\"",
          "*[",
          "   ");

  @TempDir Path directory;

  private ScenarioFiles files;

  @BeforeEach
  void files() {
    files = new ScenarioFiles(directory);
    files.write("rules.yaml", "");
    files.write("alertmanager.yml", "");
    files.write("d.csv", "t,v\n0,1\n60,2\n");
  }

  @Test
  void theOriginalsAreValid() {
    assertThat(files.read(PROMTOOL).scenarios()).hasSize(2);
    assertThat(files.read(DRILL).scenarios()).hasSize(1);
  }

  @Test
  void mutationsCauseErrorsWithAPosition() {
    Random random = new Random(20261123);
    for (int i = 0; i < 2000; i++) {
      String original = random.nextBoolean() ? PROMTOOL : DRILL;
      check(mutate(original, random).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void binaryDataCausesErrorsWithAPosition() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = PROMTOOL.getBytes(StandardCharsets.UTF_8);
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      check(bytes);
    }
  }

  private void check(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), // endless, or far too long: a busy machine needs a limit like this
        () -> {
          Path file = Files.write(directory.resolve("drill.yaml"), bytes);
          try {
            ScenarioFile.read(file);
          } catch (InputException e) {
            assertThat(e.problems()).as(text).isNotEmpty();
            assertThat(e.problems()).allMatch(p -> p.position().line() >= 1);
            assertThat(e.problems()).allMatch(p -> p.position().column() >= 1);
            assertThat(e.getMessage()).as(text).contains(": error: ");
          } catch (RuntimeException e) {
            throw new AssertionError("reading fails:\n" + text, e);
          }
        });
  }

  private static String mutate(String text, Random random) {
    String result = text;
    for (int n = random.nextInt(3); n >= 0; n--) {
      int at = random.nextInt(result.length());
      int end = Math.min(result.length(), at + random.nextInt(12));
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      result =
          switch (random.nextInt(4)) {
            case 0 -> result.substring(0, at) + piece + result.substring(at);
            case 1 -> result.substring(0, at) + result.substring(end);
            case 2 -> result.substring(0, at) + piece + result.substring(end);
            default -> result.substring(0, end) + result.substring(at);
          };
    }
    return result;
  }
}
