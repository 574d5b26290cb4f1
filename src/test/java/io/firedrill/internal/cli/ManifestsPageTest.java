package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page about manifests pass; each begins with the name of its file. */
class ManifestsPageTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void writesTheExamples() throws IOException {
    cli = Cli.in(directory).write("queue-rules.yml", rules());
    EXAMPLE
        .matcher(Files.readString(Path.of("docs/manifests.md")))
        .results()
        .forEach(example -> cli.write(example.group(1), example.group(2)));
  }

  /** With the label that a team's rules have. */
  private static String rules() {
    return """
        groups:
        - name: queue
          rules:
          - {alert: QueueFull, expr: queue_length > 100, for: 2m, labels: {severity: critical}}
        """;
  }

  @Test
  void pass() {
    Cli.Run run = cli.test("DIR/test.yml", "DIR/enforced.yml");

    assertThat(run.status()).as(run.toString()).isEqualTo(0);
    assertThat(run.out()).contains("2 passed, 0 failed");
  }

  @Test
  void showTheRoutesOfTheManifest() {
    Cli.Run run = cli.command("routes", "DIR/oncall.yaml", "severity=critical", "namespace=shop");

    assertThat(run.out())
        .contains("to receiver shop/oncall/chat, group {}")
        .contains("oncall.yaml:6:5  {severity=\"critical\", namespace=\"shop\"}")
        .contains("Alertmanager routes it the same way");
  }
}
