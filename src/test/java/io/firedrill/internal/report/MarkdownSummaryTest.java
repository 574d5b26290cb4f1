package io.firedrill.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.SuiteResult;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownSummaryTest {

  @Test
  void showsFailuresNotificationsAndCoverage() {
    SuiteResult result =
        new SuiteResult(
            "Prometheus 3.5.3, Alertmanager 0.33.1",
            List.of(
                new FileResult(
                    "test-scenarios/sharpe.yml",
                    List.of(ReportExample.declining(), ReportExample.quiet()))));

    assertThat(MarkdownSummary.of(result, Optional.of(ReportExample.coverage())))
        .isEqualTo(
            """
            ## Firedrill: 1 of 2 scenarios did not pass

            |  | scenario | where | what |
            | --- | --- | --- | --- |
            | failed | a strategy that loses its edge is taken off the desk | <code>test-scenarios/sharpe.yml:17</code> | SharpeRatioDeclining at 40m (2026-03-02T08:40:00Z): expected inactive, found firing |

            <details><summary>a strategy that loses its edge is taken off the desk: SharpeRatioDeclining at 40m (2026-03-02T08:40:00Z): expected inactive, found firing</summary>

            ```diff
            test-scenarios/sharpe.yml:17:5: SharpeRatioDeclining at 40m (2026-03-02T08:40:00Z): expected inactive, found firing
              expected (-):
            - 40m (2026-03-02T08:40:00Z)  inactive
              SharpeRatioDeclining{agent="momentum", severity="critical"} (+):
            + 40m (2026-03-02T08:40:00Z)  firing
              timeline around 40m (2026-03-02T08:40:00Z):
                > 25m (2026-03-02T08:25:00Z)  SharpeRatioDeclining{agent="momentum", severity="critical"}  pending -> firing
            ```

            </details>

            ### Notifications

            | receiver | firing | resolved | failed attempts | given up |
            | --- | --: | --: | --: | --: |
            | archive (webhook) | 1 | 0 | 1 | 0 |
            | data-oncall (opsgenie) | 1 | 0 | 0 | 0 |
            | data-oncall (pagerduty) | 1 | 1 | 0 | 0 |
            | desk (email) | 1 | 0 | 0 | 0 |
            | desk (slack) | 1 | 1 | 0 | 0 |
            | everybody (telegram) | 1 | 0 | 0 | 0 |

            ### Coverage

            **Coverage** 33.3 % (alerting rules 33.3 %, routes -), not covered: 1

            | not covered | kind | name | what |
            | --- | --- | --- | --- |
            | <code>rules/ml.yml:30</code> | alerting rule | QueueFull | never pending, never fired |

            <sub>Prometheus 3.5.3, Alertmanager 0.33.1</sub>
            """);
  }

  @Test
  void isShortIfEverythingPasses() {
    SuiteResult result =
        new SuiteResult(
            "Prometheus 3", List.of(new FileResult("a", List.of(ReportExample.quiet()))));

    assertThat(MarkdownSummary.of(result, Optional.empty()))
        .isEqualTo("## Firedrill: the scenario passed\n\n<sub>Prometheus 3</sub>\n");
  }

  @Test
  void treatsDataAsText() {
    SuiteResult result = ReportExample.failing("a|b `c` <b>*d*</b> @team #12\ne", "x ``` y\n@team");

    assertThat(MarkdownSummary.of(result, Optional.empty()))
        .contains(
            "| failed | a&#124;b &#96;c&#96; &#60;b&#62;&#42;d&#42;&#60;/b&#62; @&#8203;team"
                + " #&#8203;12 e |")
        .contains("````diff\nx ``` y\n@team\n````\n");
  }

  @Test
  void isShorterThanAComment() {
    SuiteResult one = ReportExample.failing("n".repeat(3_000), "| wide @ |\n".repeat(5_000));
    SuiteResult many =
        new SuiteResult("s".repeat(5_000), Collections.nCopies(400, one.files().get(0)));
    String summary = MarkdownSummary.of(many, Optional.of(ReportExample.coverage()));

    assertThat(summary)
        .hasSizeBetween(30_000, 65_536)
        .contains("and 350 more")
        .containsPattern("\n39\\d more in full in the report\\.\n");
    assertThat(summary.split("```", -1)).as("every block is closed").hasSizeGreaterThan(4);
  }
}
