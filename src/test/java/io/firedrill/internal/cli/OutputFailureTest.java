package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import java.io.FileWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A full disk, or closed output. */
class OutputFailureTest {

  private static final String FULL = "/dev/full";

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli = Cli.in(directory).write("rules.yml", Cli.RULES).write("a.yml", Cli.RULES_TEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--junit-xml", "--record", "--markdown"})
  void aResultFileThatCannotBeWritten(String option) {
    Cli.Run run = cli.test("DIR/a.yml", option, FULL);

    assertThat(run.status()).isEqualTo(ExitStatus.OUTPUT);
    assertThat(run.out()).endsWith("2 passed, 0 failed\n");
    assertThat(run.err()).isEqualTo("firedrill: cannot write /dev/full: No space left on device\n");
  }

  @Test
  void otherResultFilesAreWritten() {
    Cli.Run run = cli.test("DIR/a.yml", "--json", FULL, "--junit-xml", "DIR/a.xml");

    assertThat(run.status()).isEqualTo(ExitStatus.OUTPUT);
    assertThat(directory.resolve("a.xml")).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"test DIR", "test DIR --jobs 2", "--help", "--version", "test --help"})
  void standardOutputThatCannotBeWritten(String arguments) {
    StringWriter err = new StringWriter();

    int status = run(full(), err, arguments);

    assertThat(err)
        .hasToString("firedrill: cannot write standard output: No space left on device\n");
    assertThat(status).isEqualTo(ExitStatus.OUTPUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"test --nonsense", "test nonsense.yml", "nonsense"})
  void standardErrorThatCannotBeWritten(String arguments) {
    StringWriter out = new StringWriter();

    assertThat(run(out, full(), arguments)).isEqualTo(ExitStatus.OUTPUT);
    assertThat(out.toString()).isEmpty();
  }

  private int run(Writer out, Writer err, String arguments) {
    Machine machine =
        new Machine(
            Map.of(), Screen.PLAIN, (choice, progress) -> new SharedRigs(TestPairs.newest()));
    return Main.run(machine, out, err, arguments.replace("DIR", directory.toString()).split(" "));
  }

  private static Writer full() {
    try {
      return new FileWriter(FULL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
