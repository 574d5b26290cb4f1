package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README quotes files that run, and what is printed. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Path FILES = Path.of("src/test/resources/io/firedrill/docs/readme");
  private static final Path DRILL =
      Path.of("src/it/consumer/src/test/java/com/example/queues/QueueAlertsTest.java");

  @TempDir private Path directory;

  @Test
  void showsATestAndItsFailure() throws IOException {
    Cli cli = Cli.in(directory);
    for (String file : List.of("rules/queue.rules.yml", "rules/alertmanager.yml", "queue.yml")) {
      cli.write(file, Files.readString(FILES.resolve(file)));
    }

    List<String> printed = cli.test("DIR/queue.yml").out().replace("DIR/", "").lines().toList();
    String failure = String.join("\n", printed.subList(1, printed.size() - 2));

    assertThat(Files.readString(README))
        .contains("```yaml\n" + Files.readString(FILES.resolve("queue.yml")) + "```")
        .contains("```text\n" + failure + "\n```");
  }

  @Test
  void showsLinesOfADrillThatRuns() throws IOException {
    String readme = Files.readString(README);
    String shown = readme.substring(readme.indexOf("```java\n") + 8);
    shown = shown.substring(0, shown.indexOf("```"));

    assertThat(shown.lines().filter(line -> !line.isBlank())).hasSizeGreaterThan(3);
    assertThat(squeezed(Files.readString(DRILL)))
        .contains(shown.lines().map(ReadmeTest::squeezed).toList());
  }

  private static String squeezed(String code) {
    return code.replaceAll("\\s", "");
  }
}
