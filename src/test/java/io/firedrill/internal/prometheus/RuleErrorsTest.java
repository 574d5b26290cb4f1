package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.firedrill.internal.source.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors that only the server finds. */
class RuleErrorsTest {

  private static final String PATH = "rules/salt-x/0.yml";

  @TempDir private Path directory;

  @EveryPrometheus
  void findsInvalidExpressions(String version) throws Exception {
    List<RuleGroup> groups =
        RuleFiles.read(
            directory,
            """
            groups:
            - name: a
              rules:
              - alert: Fine
                expr: up == 0
              - alert: A
                expr: |
                  up{job="é"}
                    + sum(up
              - record: b
                expr: 'up{job="é"} + nonsense(up)'
              - {alert: C, expr: up ==}
            """);

    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      Throwable error = catchThrowable(() -> RuleErrors.checkExpressions(server.api(), groups));

      assertThat(error).isInstanceOf(InputException.class);
      assertThat(RuleFiles.relative(error, directory))
          .isEqualTo(
              """
              rules.yml:9:17: error: Prometheus says: parse error: unclosed left parenthesis
                  9 |         + sum(up
                    |                 ^

              rules.yml:11:26: error: Prometheus says: parse error: unknown function with name \
              "nonsense"
                 11 |     expr: 'up{job="é"} + nonsense(up)'
                    |                          ^

              rules.yml:12:27: error: Prometheus says: parse error: unexpected end of input
                 12 |   - {alert: C, expr: up ==}
                    |                           ^""");
    }
  }

  @EveryPrometheus
  void explainsAFailedReload(String version) throws Exception {
    List<RuleGroup> groups =
        RuleFiles.read(
            directory,
            """
            groups:
            - name: a
              rules:
              - alert: Fine
                expr: up == 0
            - name: b
              rules:
              - alert: 'Odd "name"'
                expr: up
                labels: {severity: "{{ $nope }}"}
                annotations:
                  summary: |
                    fine
                    {{ unknown }}
                  description: "{{ if"
              - record: fine
                expr: sum(
            """);

    assertThat(reload(version, groups))
        .isEqualTo(
            """
            rules.yml:10:25: error: Prometheus says: label "severity": template: __alert_Odd \
            "name":1: undefined variable "$nope"
               10 |     labels: {severity: "{{ $nope }}"}
                  |                         ^^^^^^^^^^^

            rules.yml:14:9: error: Prometheus says: annotation "summary": template: __alert_Odd \
            "name":2: function "unknown" not defined
               14 |         {{ unknown }}
                  |         ^^^^^^^^^^^^^

            rules.yml:15:21: error: Prometheus says: annotation "description": template: \
            __alert_Odd "name":1: unclosed action
               15 |       description: "{{ if"
                  |                     ^^^^^

            rules.yml:17:15: error: Prometheus says: parse error: unclosed left parenthesis
               17 |     expr: sum(
                  |               ^""");
  }

  @Test
  void explainsErrorsOfOlderVersions() throws Exception {
    List<RuleGroup> groups =
        RuleFiles.read(
            directory,
            """
            groups:
            - name: a
              labels: {team: data}
              query_offset: 1m
              rules:
              - alert: A
                expr: up
            """);

    assertThat(reload("2.42", groups))
        .isEqualTo(
            """
            rules.yml:3:3: error: Prometheus says: field labels not found in type rulefmt.RuleGroup
                3 |   labels: {team: data}
                  |   ^^^^^^

            rules.yml:4:3: error: Prometheus says: field query_offset not found in type \
            rulefmt.RuleGroup
                4 |   query_offset: 1m
                  |   ^^^^^^^^^^^^""");
  }

  @Test
  void acceptsNamesThatOnlyNewerVersionsAccept() throws Exception {
    List<RuleGroup> groups =
        RuleFiles.read(
            directory,
            """
            groups:
            - name: a
              rules:
              - {alert: A, expr: up, labels: {a-b: c}, annotations: {x-y: z}}
              - {record: b-c, expr: up}
            """);

    assertThat(reload("2.53.3", groups))
        .isEqualTo(
            """
            rules.yml:4:35: error: Prometheus says: invalid label name: a-b
                4 |   - {alert: A, expr: up, labels: {a-b: c}, annotations: {x-y: z}}
                  |                                   ^^^

            rules.yml:4:58: error: Prometheus says: invalid annotation name: x-y
                4 |   - {alert: A, expr: up, labels: {a-b: c}, annotations: {x-y: z}}
                  |                                                          ^^^

            rules.yml:5:14: error: Prometheus says: invalid recording rule name: b-c
                5 |   - {record: b-c, expr: up}
                  |              ^^^""");
  }

  @Test
  void ignoresOtherLines() {
    EvaluationUnit unit =
        unit(RuleFiles.read(directory, "groups: [{name: a, rules: [{record: x, expr: 1}]}]"));
    RuleErrors errors = RuleErrors.of(Map.of(PATH, unit));

    assertThat(errors.explain("")).isEmpty();
    assertThat(errors.explain("level=error msg=\"loading groups failed\" err=\"other.yml: no\""))
        .isEmpty();
    assertThat(
            errors.explain(
                "msg=\"loading groups failed\" err=\"" + PATH + ": caf\\u00e9 \\xc3\\xa9\""))
        .hasValueSatisfying(
            e ->
                assertThat(RuleFiles.relative(e, directory))
                    .startsWith("rules.yml:1:17: error: Prometheus says: café é"));
  }

  private String reload(String version, List<RuleGroup> groups) throws Exception {
    EvaluationUnit unit = unit(groups);
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      Path file = directory.resolve(PATH);
      Files.createDirectories(file.getParent());
      Files.writeString(file, unit.fileText());
      Files.writeString(directory.resolve("prometheus.yml"), "rule_files: [" + PATH + "]");
      assertThat(catchThrowable(() -> server.api().reload()))
          .isInstanceOf(PrometheusException.class);
      String log = Files.readString(directory.resolve("log"));
      InputException error = RuleErrors.of(Map.of(PATH, unit)).explain(log).orElseThrow();
      return RuleFiles.relative(error, directory);
    }
  }

  private static EvaluationUnit unit(List<RuleGroup> groups) {
    return EvaluationPlan.byInterval(groups, Duration.ofMinutes(1)).get(0);
  }
}
