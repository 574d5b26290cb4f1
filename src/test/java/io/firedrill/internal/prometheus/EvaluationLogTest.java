package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationLogTest {

  @TempDir private Path directory;

  @Test
  void readsBothFormsOfTheLog() {
    assertThat(
            failures(
                """
                ts=1970-01-01T00:00:00.001Z caller=main.go:1 level=info msg="Evaluating rule failed"
                ts=1970-01-01T00:03:00.001Z caller=manager.go:644 level=warn \
                component="rule manager" file=rules/salt/0.yml group=unit-0 name=job:ratio index=1 \
                msg="Evaluating rule failed" rule="record: job:ratio\\nexpr: a / b\\n" \
                err="labels {job=\\"a\\"}"
                time=1970-01-01T00:04:00.001Z level=WARN source=group.go:544 \
                msg="Evaluating rule failed" component="rule manager" file=rules/salt/0.yml \
                group=unit-0 name="Two words" index=0 rule="alert: Two words" err=canceled
                """))
        .containsExactly(
            "1970-01-01T00:03:00.001Z job:ratio: labels {job=\"a\"}",
            "1970-01-01T00:04:00.001Z Two words: canceled");
  }

  @Test
  void knowsSamplesThatWereNotStored() {
    assertThat(
            failures(
                """
                time=1970-01-01T00:01:00.001Z level=WARN source=group.go:630 msg="Error on \
                ingesting results from rule evaluation with different value but same timestamp" \
                component="rule manager" file=rules/salt/0.yml group=unit-0 name=job:ratio index=1 \
                num_dropped=1
                time=1970-01-01T00:01:00.001Z level=WARN source=group.go:630 msg="Error on \
                ingesting results" component="rule manager" group=unit-7 name=job:ratio index=1
                """))
        .containsExactly(
            "1970-01-01T00:01:00.001Z job:ratio: Error on ingesting results from rule evaluation"
                + " with different value but same timestamp");
  }

  private List<String> failures(String log) {
    List<RuleGroup> groups =
        RuleFiles.read(
            directory,
            """
            groups:
            - name: a
              rules: [{alert: Two words, expr: up == 0}]
            - name: b
              rules: [{record: job:ratio, expr: a / b}]
            """);
    return EvaluationLog.of(EvaluationPlan.promtool(groups, Duration.ofMinutes(1)))
        .failures(log)
        .stream()
        .map(f -> f.time() + " " + f.rule().name() + ": " + f.message())
        .toList();
  }
}
