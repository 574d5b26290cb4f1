package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertRunbookTest {

  @TempDir Path directory;

  @Test
  void requiresALinkForEveryAlert() {
    String found =
        new LintFiles(directory)
            .rules("- {alert: A, expr: a}\n- {record: a:b:c, expr: a}\n")
            .found("alert/runbook");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:4:13: warning: alert "A" has no runbook_url [alert/runbook]
                4 |   - {alert: A, expr: a}
                  |             ^
              hint: a page that says what it means, why it fires, and what to do first
            """);
  }

  @Test
  void followsLinksToPagesOfTheRepository() {
    LintFiles files =
        new LintFiles(directory)
            .write("docs/runbooks/QueueFull.md", "# QueueFull")
            .write("pages/other/Disk.md", "# Disk")
            .runbooks("https://wiki.example.com/ops/", "pages/other");

    String found =
        files
            .rules(
                """
                - {alert: A, expr: a, annotations: {runbook_url: "https://x.org/r/docs/runbooks/QueueFull.md"}}
                - {alert: B, expr: a, annotations: {runbook_url: docs/runbooks/QueueFull.md#steps}}
                - {alert: C, expr: a, annotations: {runbook_url: "https://wiki.example.com/ops/Disk.md?raw"}}
                - {alert: D, expr: a, annotations: {runbook_url: "https://elsewhere.org/Nothing.md"}}
                - {alert: E, expr: a, annotations: {runbook_url: "docs/runbooks/{{ $labels.a }}.md"}}
                - {alert: F, expr: a, annotations: {runbook_url: "https://x.org/docs/runbooks/QueueFul.md"}}
                - {alert: G, expr: a, annotations: {runbook_url: nowhere/Page.md}}
                - {alert: H, expr: a, annotations: {runbook_url: "https://wiki.example.com/ops/Network.md"}}
                """)
            .found("alert/runbook");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:9:52: warning: the runbook "docs/runbooks/QueueFul.md" does not exist [alert/runbook]
                9 |   - {alert: F, expr: a, annotations: {runbook_url: "https://x.org/docs/runbooks/QueueFul.md"}}
                  |                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              hint: did you mean "QueueFull.md"?

            rules.yml:10:52: warning: the runbook "nowhere/Page.md" does not exist [alert/runbook]
               10 |   - {alert: G, expr: a, annotations: {runbook_url: nowhere/Page.md}}
                  |                                                    ^^^^^^^^^^^^^^^

            rules.yml:11:52: warning: the runbook "pages/other/Network.md" does not exist [alert/runbook]
               11 |   - {alert: H, expr: a, annotations: {runbook_url: "https://wiki.example.com/ops/Network.md"}}
                  |                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """);
  }
}
