package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFileErrorsTest {

  @TempDir private Path directory;

  @Test
  void reportsAllErrors() {
    String message =
        messageOf(
            """
            groups:
            - nam: a
              intervall: 1m
            - name: b
              interval: 5
              limit: "3"
              labels: {__name__: x}
              rules:
              - alert: A
                exp: up
                for: 1 minute
              - alert: A
                record: b
                expr: ""
              - expr: up
              - record: a{b="c"}
                expr: up
                for: 1m
                keep_firing_for: 1m
                annotations: {"": y}
            - name: b
            """);

    assertThat(message)
        .isEqualTo(
            """
            rules.yml:2:3: error: unknown key "nam" in a rule group
                2 | - nam: a
                  |   ^^^
              hint: did you mean "name"?

            rules.yml:2:3: error: "name" is missing in a rule group
                2 | - nam: a
                  |   ^

            rules.yml:3:3: error: unknown key "intervall" in a rule group
                3 |   intervall: 1m
                  |   ^^^^^^^^^
              hint: did you mean "interval"?

            rules.yml:5:13: error: expected a duration for "interval", found "5"
                5 |   interval: 5
                  |             ^
              hint: a unit is missing: 5s or 5m?

            rules.yml:6:10: error: expected a number for "limit", found "3"
                6 |   limit: "3"
                  |          ^^^

            rules.yml:7:12: error: "__name__" cannot be the name of a label
                7 |   labels: {__name__: x}
                  |            ^^^^^^^^

            rules.yml:9:5: error: "expr" is missing in a rule
                9 |   - alert: A
                  |     ^

            rules.yml:10:5: error: unknown key "exp" in a rule
               10 |     exp: up
                  |     ^^^
              hint: did you mean "expr"?

            rules.yml:11:10: error: expected a duration for "for", found "1 minute"
               11 |     for: 1 minute
                  |          ^^^^^^^^
              hint: write it as 15m30s, 1h or 1d

            rules.yml:13:5: error: a rule has "alert" or "record", not both
               13 |     record: b
                  |     ^^^^^^

            rules.yml:14:5: error: "expr" is empty in a rule
               14 |     expr: ""
                  |     ^^^^

            rules.yml:15:5: error: "alert" or "record" is missing in a rule
               15 |   - expr: up
                  |     ^

            rules.yml:16:13: error: braces in a recorded metric's name: do they belong to "labels"?
               16 |   - record: a{b="c"}
                  |             ^^^^^^^^

            rules.yml:18:5: error: a recording rule cannot have "for"
               18 |     for: 1m
                  |     ^^^

            rules.yml:19:5: error: a recording rule cannot have "keep_firing_for"
               19 |     keep_firing_for: 1m
                  |     ^^^^^^^^^^^^^^^

            rules.yml:20:5: error: a recording rule cannot have "annotations"
               20 |     annotations: {"": y}
                  |     ^^^^^^^^^^^

            rules.yml:20:19: error: "" cannot be the name of an annotation
               20 |     annotations: {"": y}
                  |                   ^^

            rules.yml:21:9: error: group "b" is already defined in line 4
               21 | - name: b
                  |         ^""");
  }

  @Test
  void refusesPartsThatPrometheusIgnores() {
    assertThat(messageOf("groups: [{name: a}]\n---\ngroups: [{name: b}]\n"))
        .isEqualTo(
            """
            rules.yml:3:1: error: Prometheus reads only the first document of a rule file
                3 | groups: [{name: b}]
                  | ^
              hint: move the groups there, or to a separate file""");
  }

  @Test
  void refusesOtherKindsOnly() {
    assertThat(messageOf("kind: PrometheusRules\nspec: {groups: []}\n"))
        .isEqualTo(
            """
            rules.yml:1:7: error: this is a Kubernetes manifest of kind "PrometheusRules", which \
            contains no rules
                1 | kind: PrometheusRules
                  |       ^^^^^^^^^^^^^^^
              hint: did you mean "PrometheusRule"?""");
    assertThat(messageOf("{kind: List, items: [{spec: {}}]}"))
        .isEqualTo(
            """
            rules.yml:1:22: error: "kind" is missing in an item
                1 | {kind: List, items: [{spec: {}}]}
                  |                      ^""");
    assertThat(messageOf("{kind: List, items: 5}"))
        .isEqualTo(
            """
            rules.yml:1:21: error: expected a list for "items", found text
                1 | {kind: List, items: 5}
                  |                     ^""");
  }

  @Test
  void refusesOtherFiles() {
    assertThat(messageOf("- a"))
        .isEqualTo(
            """
            rules.yml:1:1: error: expected a mapping for a rule file, found a list
                1 | - a
                  | ^""");
  }

  private String messageOf(String yaml) {
    return RuleFiles.relative(catchThrowable(() -> RuleFiles.read(directory, yaml)), directory);
  }
}
