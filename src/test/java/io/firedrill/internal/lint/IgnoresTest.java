package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoresTest {

  @TempDir Path directory;

  @Test
  void applyToTheRuleBelowOrAroundThem() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                # About this one.
                # firedrill: ignore alert/for it is meant to
                - {alert: A, expr: a}
                - {alert: B, expr: a} # firedrill: ignore alert/for it is meant to
                - alert: C
                  # firedrill: ignore alert/for it is meant to
                  expr: a
                - {alert: D, expr: a}
                """)
            .found("alert/for");

    assertThat(found).contains("alert \"D\"").doesNotContain("\"A\"", "\"B\"", "\"C\"");
  }

  @Test
  void beforeTheFirstRuleApplyToTheFile() {
    String found =
        new LintFiles(directory)
            .write(
                "rules.yml",
                """
                # firedrill: ignore alert/for all of these are meant to
                groups:
                - name: g
                  rules:
                  - {alert: A, expr: a}
                  - {alert: B, expr: a}
                """)
            .found("alert/for");

    assertThat(found).isEmpty();
  }

  @Test
  void workInRoutes() {
    LintFiles files =
        new LintFiles(directory)
            .rules("- {alert: A, expr: a}\n")
            .write(
                "routes.yml",
                """
                route:
                  receiver: everybody
                  routes:
                  # firedrill: ignore route/alertname comes with the next release
                  - matchers: [alertname="QueueFull"]
                  - matchers: [alertname="DiskFull"]
                receivers:
                - name: everybody
                # firedrill: ignore route/receiver comes with the next release
                - name: data
                """);

    assertThat(files.found("route/alertname")).contains("DiskFull").doesNotContain("QueueFull");
    assertThat(files.found("route/receiver")).isEmpty();
    assertThat(files.found("ignore")).isEmpty();
  }

  @Test
  void areCheckedThemselves() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                # firedrill: ignore alert/for
                - {alert: A, expr: a}
                - {alert: B, expr: a, for: 1m} # firedrill: ignore alert/for it is meant to
                # firedrill: ignore alert/four it is meant to
                - {alert: C, expr: a}
                # firedrill: ignore
                - {alert: D, expr: a}
                """)
            .found("ignore");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:4:3: warning: a reason is missing [ignore]
                4 |   # firedrill: ignore alert/for
                  |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              hint: # firedrill: ignore alert/for it is meant to fire at once

            rules.yml:6:34: warning: alert/for finds nothing here to ignore [ignore]
                6 |   - {alert: B, expr: a, for: 1m} # firedrill: ignore alert/for it is meant to
                  |                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              hint: remove the comment

            rules.yml:7:3: warning: there is no check "alert/four" [ignore]
                7 |   # firedrill: ignore alert/four it is meant to
                  |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              hint: did you mean "alert/for"?

            rules.yml:9:3: warning: a check's name is missing [ignore]
                9 |   # firedrill: ignore
                  |   ^^^^^^^^^^^^^^^^^^^
              hint: one of: alert/description, alert/for, alert/name, alert/never, alert/own-labels, alert/runbook, alert/severity, alert/static-labels, alert/summary, record/name, route/alertname, route/receiver, threshold/once, threshold/text
            """);
  }
}
