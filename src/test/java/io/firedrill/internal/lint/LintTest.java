package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.source.InputException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {

  @TempDir Path directory;

  @Test
  void checksManifests() {
    String found =
        new LintFiles(directory)
            .write(
                "manifest.yml",
                """
                apiVersion: monitoring.coreos.com/v1
                kind: PrometheusRule
                spec:
                  groups:
                  - name: queue
                    rules:
                    - {alert: queue, expr: a}
                """)
            .found("alert/name");

    assertThat(found).startsWith("manifest.yml:7:15: info: alert \"queue\" is not in CamelCase");
  }

  @Test
  void recognizesFilesByTheirContent() {
    LintResult result =
        new LintFiles(directory)
            .rules("- {alert: A, expr: a}\n- {record: 'a:b:c', expr: a}\n")
            .write("routes.yml", "route: {receiver: r}\nreceivers: [{name: r}]\n")
            .write("prometheus.yml", "global: {}\nscrape_configs: []\n")
            .write("list.yml", "kind: List\nitems: [{kind: Deployment}]\n")
            .write(
                "rule-list.yml",
                "kind: List\nitems: [{kind: PrometheusRule, spec: {groups: []}}]\n")
            .write("empty.yml", "")
            .result();

    assertThat(result.rules()).isEqualTo(2);
    assertThat(result.kinds().values())
        .containsExactly(
            Set.of(FileKind.RULES),
            Set.of(FileKind.ALERTMANAGER),
            Set.of(FileKind.PROMETHEUS),
            Set.of(FileKind.OTHER),
            Set.of(FileKind.RULES),
            Set.of(FileKind.OTHER));
  }

  @Test
  void reportsAllUnreadableFilesAtOnce() {
    LintFiles files =
        new LintFiles(directory)
            .write("a.yml", "groups: [{nam: a}]\n")
            .write("b.yml", "groups: [}\n");

    assertThatThrownBy(files::result)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.yml:1:11: error: unknown key \"nam\"")
        .hasMessageContaining("b.yml:1:10: error: not valid YAML");
  }

  @Test
  void sortsFindingsByLine() {
    LintResult result =
        new LintFiles(directory)
            .rules("- {alert: b, expr: a}\n- {record: c, expr: a}\n- {alert: A, expr: a}\n")
            .result();

    assertThat(result.findings()).extracting(f -> f.problem().position().line()).isSorted();
    assertThat(result.findings())
        .filteredOn(f -> f.problem().position().line() == 4)
        .extracting(Finding::check)
        .containsExactly(
            "alert/name",
            "alert/for",
            "alert/severity",
            "alert/summary",
            "alert/description",
            "alert/runbook");
  }
}
