package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code firedrill test --watch}, with real servers and a real file system. */
@Timeout(600)
class WatchTest {

  @TempDir private Path directory;

  private BufferedReader output;
  private Thread program;

  @BeforeEach
  void start() throws IOException {
    write("rules/rules.yml", Cli.RULES);
    write("rules/routes.yml", Cli.ROUTES);
    write("tests/a.yml", inRules(Cli.RULES_TEST));
    write("tests/b.yml", inRules(Cli.ROUTES_TEST));
    PipedWriter pipe = new PipedWriter();
    output = new BufferedReader(new PipedReader(pipe, 1 << 20));
    PrintWriter out = new PrintWriter(pipe, true);
    Machine machine =
        new Machine(
            Map.of(), Screen.PLAIN, (choice, progress) -> new SharedRigs(TestPairs.newest()));
    String json = directory.resolve("tests/out.json").toString();
    String tests = directory.resolve("tests").toString();
    program =
        new Thread(() -> Main.run(machine, out, out, "test", "--watch", tests, "--json", json));
    program.start();
  }

  @AfterEach
  void end() throws InterruptedException {
    program.interrupt();
    program.join();
  }

  @Test
  void runsTheTestsThatAChangeAffects() throws IOException {
    assertThat(round()).filteredOn(l -> l.startsWith("PASS")).hasSize(3);

    write("tests/b.yml", inRules(Cli.ROUTES_TEST).replace("2m30s", "1m30s"));
    assertThat(round())
        .contains("changed: DIR/tests/b.yml", "0 passed, 1 failed")
        .noneMatch(line -> line.contains("a.yml"));

    write("rules/rules.yml", Cli.RULES.replace("for: 2m", "for: 1m"));
    assertThat(round()).contains("changed: DIR/rules/rules.yml", "3 passed, 0 failed");
  }

  @Test
  void waitsForAnErrorToBeCorrected() throws IOException {
    round();

    write("rules/rules.yml", Cli.RULES.replace("for: 2m", "for: soon"));
    assertThat(round())
        .contains("firedrill: 2 of 2 files cannot be used, so nothing was run")
        .noneMatch(line -> line.startsWith("PASS"));

    write("rules/rules.yml", Cli.RULES);
    assertThat(round()).contains("3 passed, 0 failed");
  }

  @Test
  void findsNewFiles() throws IOException {
    round();

    write("tests/deep/c.yml", Cli.RULES_TEST.replace("rules.yml", "../../rules/rules.yml"));

    assertThat(round()).contains("changed: DIR/tests/deep/c.yml", "2 passed, 0 failed");
  }

  /** The output up to the next wait. */
  private List<String> round() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line.replace(directory.toString(), "DIR"));
      if (line.startsWith("watching; ")) {
        return lines;
      }
    }
    throw new AssertionError("it ended: " + lines);
  }

  private static String inRules(String text) {
    return text.replace("rules.yml", "../rules/rules.yml")
        .replace("routes.yml", "../rules/routes.yml");
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Path temporary = Files.writeString(file.resolveSibling(".new"), text);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
