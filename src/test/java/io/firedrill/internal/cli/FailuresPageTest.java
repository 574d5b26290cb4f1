package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ten failures in the documentation are printed so; {@code -Ddocs=write} writes them. */
class FailuresPageTest {

  private static final Path PAGE = Path.of("docs/explanations.md");
  private static final Path FILES = Path.of("src/test/resources/io/firedrill/docs/failures");
  private static final String TITLE = "## Ten failures\n";

  @TempDir private Path directory;

  @Test
  void areWhatIsPrinted() throws IOException {
    Cli cli = Cli.in(directory);
    for (String file : List.of("rules.yml", "routes.yml", "failures.yml")) {
      cli.write(file, Files.readString(FILES.resolve(file)));
    }
    String printed = failures(cli.test("DIR/failures.yml", "--jobs", "1").out());
    String page = Files.readString(PAGE);
    String others = page.substring(0, page.indexOf(TITLE));
    String section =
        TITLE
            + "\nTests that fail for ten different reasons, as `firedrill test` prints them with"
            + " Alertmanager 0.33:\n\n```text\n"
            + printed
            + "```\n";
    if ("write".equals(System.getProperty("docs"))) {
      Files.writeString(PAGE, others + section);
    }

    assertThat(printed.lines().filter(line -> line.startsWith("FAIL"))).hasSize(10);
    assertThat(Files.readString(PAGE)).isEqualTo(others + section);
  }

  /** Without the lines on the servers, the logs and the count. */
  private static String failures(String out) {
    List<String> lines = out.replace("DIR/", "").lines().toList();
    return String.join("\n", lines.subList(1, lines.size() - 2)) + "\n";
  }
}
