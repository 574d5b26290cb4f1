package io.firedrill.internal.cli;

import io.firedrill.internal.comparison.SuiteComparison;
import io.firedrill.internal.revision.RevisionException;
import io.firedrill.internal.revision.Tree;
import io.firedrill.internal.revision.Trees;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.suite.DiffInput;
import io.firedrill.internal.suite.DiffRun;
import io.firedrill.internal.suite.DiffTest;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.suite.UnusableException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "diff",
    description =
        "Runs scenarios under two versions of rules and routes, and shows which alerts and"
            + " notifications appear, disappear, move in time, or change their receiver or text.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status (the highest that applies):%n",
    exitCodeList = {
      "0:compared; with --exit-code: no differences",
      "1:with --exit-code: differences",
      "2:bad input, or an aborted run",
      "3:no usable server or container engine",
      "70:a bug in Firedrill",
      "74:an output could not be written"
    })
final class DiffCommand implements Callable<Integer> {

  private static final Path DEFAULT = Path.of("test-scenarios");

  private final Machine machine;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "BASE",
      description = "The old version: a git revision or a directory")
  private String base;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "HEAD",
      description = "The new version. Default: the working directory, also written .")
  private Optional<String> head = Optional.empty();

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "Scenario files of HEAD, or directories of them, relative to it. Default: test-scenarios")
  private List<Path> paths = List.of();

  @Option(
      names = "-C",
      paramLabel = "DIR",
      description = "Run as if started in DIR, like git -C. Default: the working directory")
  private Path directory = Path.of("");

  @Mixin private TestOptions chosen;

  @Option(
      names = "--exit-code",
      description = "Exit with status 1 if there are differences, like git diff")
  private boolean exitCode;

  @Option(
      names = "--logs",
      paramLabel = "DIR",
      description =
          "Directory for the servers' logs of aborted runs. Default: a temporary directory")
  private Optional<Path> logs = Optional.empty();

  @Mixin private ServerOptions servers;

  @Mixin private TrustOption author;

  @Mixin private DiffFiles files;

  DiffCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    Trees trees = new Trees(directory, Suggestions::hint);
    try (Tree before = trees.named(base);
        Tree after = head.map(trees::named).orElseGet(trees::workingTree)) {
      return compare(before, after);
    } catch (RevisionException e) {
      throw new UnusableException(e.getMessage());
    }
  }

  /** Checks the default directory. If it is missing, HEAD may have been meant as the first PATH. */
  private void requireScenarios(Tree after) {
    if (paths.isEmpty() && !Files.exists(after.root().resolve(DEFAULT))) {
      String place = head.map(h -> "\"" + h + "\" has").orElse("there is");
      String hint =
          head.map(h -> "\n  hint: of the files as they are: firedrill diff " + base + " . " + h)
              .orElse("");
      throw new UnusableException(place + " no " + DEFAULT + ": name the scenarios" + hint);
    }
  }

  private List<DiffTest> tests(Tree before, Tree after, PrintWriter err) {
    DiffInput input = new DiffInput(before, after, author.of(before.root(), after.root()));
    List<DiffTest> all;
    try {
      all = input.read(paths.isEmpty() ? List.of(DEFAULT) : paths);
    } catch (DiffInput.UnusableFiles e) {
      Terminal.lines(err, String.join("\n\n", e.problems()) + "\n");
      throw new UnusableException(e.getMessage());
    }
    List<DiffTest> tests =
        all.stream().filter(t -> chosen.selection().matches(t.scenario().name())).toList();
    if (tests.isEmpty()) {
      throw new UnusableException(
          all.isEmpty() ? "there are no tests in these files" : "--run matches no test's name");
    }
    return tests;
  }

  private int compare(Tree before, Tree after) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    requireScenarios(after);
    List<DiffTest> tests = tests(before, after, err);
    files.prepare(author.trust());
    DiffOutput output = new DiffOutput(out, err, before, after);
    DiffRun comparing = new DiffRun(tests, before.name(), after.name(), output);
    SuiteComparison comparison;
    if (tests.stream().allMatch(DiffTest::isUnchanged)) {
      output.begin(Optional.empty());
      comparison = comparing.comparison("", output.warnings());
    } else {
      try (RigFactory rigs = servers.rigs(machine, err)) {
        output.begin(Optional.of(rigs.description()));
        LogDirectory logDirectory = LogDirectory.of(logs);
        ProgressBar progress = new ProgressBar(out, machine.screen(), comparing.runs());
        comparing.run(
            new ScenarioRunner(rigs, RunSettings.withLogsIn(logDirectory)),
            chosen.jobs(),
            progress);
        logDirectory.show(out, err);
        comparison = comparing.comparison(rigs.description(), output.warnings());
      }
    }
    if (output.status() != ExitStatus.PASSED) {
      out.println("not all tests could be compared");
      return output.status();
    }
    out.println(comparison.summary());
    files.write(comparison);
    return exitCode && comparison.differences() > 0 ? ExitStatus.FAILED : ExitStatus.PASSED;
  }
}
