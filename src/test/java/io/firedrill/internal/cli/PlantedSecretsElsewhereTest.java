package io.firedrill.internal.cli;

import static io.firedrill.internal.cli.PlantedSecrets.ALERTMANAGER;
import static io.firedrill.internal.cli.PlantedSecrets.PROMETHEUS;
import static io.firedrill.internal.cli.PlantedSecrets.broken;
import static io.firedrill.internal.cli.PlantedSecrets.showsNone;

import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Drills, and commands other than test and check, show none of the {@link PlantedSecrets}. */
@Timeout(900)
class PlantedSecretsElsewhereTest {

  private static final String TEST =
      """
      rule_files: [rules.yml]
      alertmanager_config: routes.yml
      prometheus_config: p.yml
      strict: false
      tests: [{name: fails, run_for: 2m, alert_state_test: [{alertname: QueueFull, state: firing}]}]
      """;

  private static final String GOOD_JOBS = "scrape_configs: []\n";

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli =
        Cli.in(directory)
            .write(
                "data.csv",
                "time,queue_length\n2026-03-02T08:00:00Z,1\n2026-03-02T08:02:00Z,200\n");
    write("", ALERTMANAGER, PROMETHEUS);
    write("good/", Cli.ROUTES, GOOD_JOBS);
    write("bad/", ALERTMANAGER, PROMETHEUS);
  }

  private void write(String directory, String routes, String jobs) {
    cli.write(directory + "rules.yml", Cli.RULES)
        .write(directory + "t.yml", TEST)
        .write(directory + "routes.yml", routes)
        .write(directory + "p.yml", jobs);
  }

  @Test
  void comparisonsAndReplaysShowNoSecretsOfInvalidFiles() throws IOException {
    for (String text : some(broken(ALERTMANAGER))) {
      write("", text, GOOD_JOBS);
      write("bad/", text, GOOD_JOBS);
      comparesAndReplays(text);
    }
    for (String text : some(broken(PROMETHEUS))) {
      write("bad/", Cli.ROUTES, text);
      compares(text);
    }
  }

  @Test
  void drillsShowNoSecretsOfInvalidFiles() throws IOException {
    for (String text : some(broken(ALERTMANAGER))) {
      write("", text, GOOD_JOBS);
      drills(text, spec().alertmanagerConfig(directory.resolve("routes.yml")).build());
    }
    for (String text : some(broken(PROMETHEUS))) {
      write("", Cli.ROUTES, text);
      drills(text, spec().prometheusConfig(directory.resolve("p.yml")).build());
    }
  }

  @Test
  void noSecretsOfValidFilesAreShown() throws IOException {
    for (UnaryOperator<String> change : PlantedSecrets.CHANGES) {
      String routes = change.apply(ALERTMANAGER);
      String jobs = change.apply(PROMETHEUS);
      write("", routes, jobs);
      write("bad/", routes, jobs);
      comparesAndReplays(routes);
      drills(routes);
      drills(routes, spec().alertmanagerConfig(directory.resolve("good/routes.yml")).build());
      covers(routes);
      watches(routes);
    }
  }

  /**
   * Every line and every error, but not every combination, because the same code reads all files.
   */
  private static List<String> some(List<String> texts) {
    return IntStream.range(0, texts.size()).filter(i -> i % 11 == 0).mapToObj(texts::get).toList();
  }

  private void comparesAndReplays(String text) throws IOException {
    compares(text);
    showsNone(
        directory,
        text,
        cli.command(
            "replay",
            "DIR/data.csv",
            "--rules",
            "DIR/rules.yml",
            "--alertmanager-config",
            "DIR/routes.yml",
            "--json",
            "DIR/o.json",
            "--markdown",
            "DIR/o.md",
            "--record",
            "DIR/r.json",
            "--report",
            "DIR/o"));
  }

  private void compares(String text) throws IOException {
    for (List<String> sides : List.of(List.of("good", "bad"), List.of("bad", "good"))) {
      showsNone(
          directory,
          text,
          cli.command(
              "diff",
              "DIR/" + sides.get(0),
              "DIR/" + sides.get(1),
              "t.yml",
              "--json",
              "DIR/d.json",
              "--markdown",
              "DIR/d.md",
              "--html",
              "DIR/d.html",
              "--logs",
              "DIR/logs"));
    }
  }

  private void covers(String text) throws IOException {
    showsNone(
        directory,
        text,
        cli.test(
            "DIR/t.yml", "--coverage", "--record", "DIR/record.json", "--annotations", "github"));
    if (directory.resolve("record.json").toFile().exists()) {
      showsNone(directory, text, cli.command("coverage", "DIR/record.json"));
      showsNone(directory, text, cli.command("merge", "DIR/record.json", "--report", "DIR/merged"));
    }
    showsNone(directory, text, cli.command("routes", "DIR/routes.yml", "--scenarios", "DIR/t.yml"));
  }

  /** The first round is sufficient, because the same code reads later changes. */
  private void watches(String text) throws IOException {
    StringBuilder shown = new StringBuilder();
    PipedWriter pipe = new PipedWriter();
    BufferedReader lines = new BufferedReader(new PipedReader(pipe, 1 << 20));
    PrintWriter out = new PrintWriter(pipe, true);
    Machine machine =
        new Machine(Map.of(), Screen.PLAIN, (choice, log) -> new SharedRigs(TestPairs.newest()));
    Thread program =
        new Thread(
            () -> Main.run(machine, out, out, "test", "--watch", directory + "/t.yml"), "watch");
    program.start();
    try {
      String line = lines.readLine();
      while (!line.startsWith("watching; ")) {
        shown.append(line).append('\n');
        line = lines.readLine();
      }
    } finally {
      program.interrupt();
    }
    showsNone(directory, text, shown.toString());
  }

  /**
   * Includes everything that an IDE or a report prints of an exception, and the drill's messages
   * and logs.
   */
  private void drills(String text) throws IOException {
    drills(
        text,
        spec().alertmanagerConfig(directory.resolve("routes.yml")).build(),
        spec().prometheusConfig(directory.resolve("p.yml")).build());
  }

  /** The files are loaded at the start, or during the run. */
  private void drills(String text, DrillSpec... specs) throws IOException {
    try (RigFactory rigs = new SharedRigs(TestPairs.newest())) {
      for (DrillSpec spec : specs) {
        StringWriter shown = new StringWriter();
        try (RigDrill drill = new RigDrill(rigs, spec)) {
          try {
            drill.runFor(Duration.ofMinutes(1));
            drill.loadAlertmanagerConfig(directory.resolve("routes.yml"));
            drill.runFor(Duration.ofMinutes(1));
          } catch (RuntimeException | AssertionError e) {
            e.printStackTrace(new PrintWriter(shown));
          }
          drill.keepLogs(directory.resolve("kept"));
          Stream.concat(drill.problems().stream(), drill.warnings().stream())
              .forEach(said -> shown.append(said.toString()).append('\n'));
        }
        showsNone(directory, text, shown.toString());
      }
    }
  }

  private DrillSpec.Builder spec() {
    return DrillSpec.ofRules(List.of(directory.resolve("rules.yml")));
  }
}
