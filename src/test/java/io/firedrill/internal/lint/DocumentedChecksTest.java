package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check has a section in the documentation with an example that it reports. */
class DocumentedChecksTest {

  private static final Path PAGE = Path.of("docs/checks.md");

  @TempDir Path directory;

  static List<String> checks() {
    return new Lint(new Runbooks(Path.of(""), Map.of())).checks();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void reportTheExampleInTheirSection(String check) throws IOException {
    var example =
        Pattern.compile("\n## " + check + "\n(?:(?!\n## ).)*?```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    assertThat(example.find()).as("a section with an example").isTrue();

    LintFiles files = new LintFiles(directory).write("example.yml", example.group(1));
    if (check.equals("route/alertname")) {
      files.rules("- {alert: QueueFull, expr: a}\n");
    }

    assertThat(files.found(check)).isNotEmpty();
  }

  @Test
  void sectionsAreAboutChecks() throws IOException {
    List<String> sections =
        Pattern.compile("(?m)^## (\\S+/\\S+)$")
            .matcher(Files.readString(PAGE))
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(sections).containsExactlyInAnyOrderElementsOf(checks());
  }

  @Test
  void thePageShowsThePrintedOutput() throws IOException {
    String shown =
        new LintFiles(directory)
            .write(
                "rules/queue.yml",
                "groups:\n- name: queue\n  rules:\n  - alert: QueueFull\n    expr: a\n")
            .found("alert/runbook");

    assertThat(Files.readString(PAGE)).contains("```\n" + shown + "```");
  }
}
