package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticLabelsTest {

  @TempDir Path directory;

  @Test
  void reportsTemplatesInLabels() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: A, expr: a, labels: {team: data}}
                - {alert: B, expr: a, labels: {size: "is {{ $value }}", team: data}}
                """)
            .found("alert/static-labels");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:5:44: warning: label "size" is a template: each change starts a new alert [alert/static-labels]
                5 |   - {alert: B, expr: a, labels: {size: "is {{ $value }}", team: data}}
                  |                                            ^^^^^^^^^^^^
              hint: put values that change into an annotation
            """);
  }

  @Test
  void acceptsTemplatesThatAlwaysGiveAnAlertTheSame() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: A, expr: a, labels: {team: '{{ $labels.namespace }}'}}
                - {alert: B, expr: a, labels: {team: '{{ if eq $labels.env "p" }}x{{ end }}'}}
                """)
            .found("alert/static-labels");

    assertThat(found).isEmpty();
  }

  @Test
  void findsThoseOfTheGroupOnce() {
    LintResult result =
        new LintFiles(directory)
            .write(
                "rules.yml",
                """
                groups:
                - name: g
                  labels: {size: '{{ $value }}'}
                  rules:
                  - {alert: A, expr: x > 9}
                  - {alert: B, expr: x > 8}
                """)
            .result();

    assertThat(result.findings())
        .filteredOn(finding -> finding.check().equals("alert/static-labels"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.problem().position().line()).isEqualTo(3));
  }
}
