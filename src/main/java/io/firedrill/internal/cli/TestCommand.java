package io.firedrill.internal.cli;

import io.firedrill.internal.cli.TestOutput.Detail;
import io.firedrill.internal.coverage.Coverage;
import io.firedrill.internal.coverage.Exemptions;
import io.firedrill.internal.prometheus.UnknownFields;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.suite.InputFiles;
import io.firedrill.internal.suite.Outcome;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.TestInput;
import io.firedrill.internal.suite.TestQueue;
import io.firedrill.internal.suite.TestTask;
import io.firedrill.internal.suite.Unusable;
import io.firedrill.internal.suite.UnusableException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "test",
    description = "Runs scenario files: promtool test files, which may also have Firedrill's keys.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status (the highest that applies):%n",
    exitCodeList = {
      "0:every test passed",
      "1:a test failed, or coverage is below --min-coverage",
      "2:bad input: arguments, or files",
      "3:no usable server or container engine",
      "70:a bug in Firedrill",
      "74:an output could not be written"
    })
final class TestCommand implements Callable<Integer> {

  private static final Path DEFAULT = Path.of("test-scenarios");

  private final Machine machine;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Scenario files, or directories of them. Default: test-scenarios")
  private List<Path> paths = List.of();

  @Mixin private TestOptions chosen;

  @Option(
      names = "--timeline",
      description = "Show all notifications, and when alerts become pending, fire and are resolved")
  private boolean timeline;

  @Option(
      names = "--logs",
      paramLabel = "DIR",
      description =
          "Directory for the servers' logs of failed tests. Default: a temporary directory")
  private Optional<Path> logs = Optional.empty();

  @Option(names = "--coverage", description = "Show which rules and routes the tests cover")
  private boolean coverage;

  @Mixin private CoverageOptions covering;

  @Option(
      names = "--watch",
      description = "Run the tests again whenever a file changes, until Ctrl-C")
  private boolean watch;

  @Option(
      names = "--ignore-unknown-fields",
      description = "Ignore unknown keys in rule files, like promtool")
  private boolean ignoreUnknownFields;

  @Mixin private ServerOptions servers;

  @Mixin private TrustOption author;

  @Mixin private ReportFiles reports;

  @Mixin private final ShardOptions shard;

  @Mixin private SnapshotOptions snapshots;

  TestCommand(Machine machine) {
    this.machine = machine;
    this.shard = new ShardOptions(machine.environment());
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (watch) {
      snapshots.refuseWith("--watch");
      try (RigFactory rigs = servers.rigs(machine, err)) {
        PrintWriter out = spec.commandLine().getOut();
        WatchLoop loop = new WatchLoop(named(), this::read, files -> run(files, rigs), out, err);
        return loop.untilInterrupted(reports.all());
      }
    }
    TestInput input = read();
    covering.exemptions(author.trust());
    if (chosen.tests(input).isEmpty()) {
      return refuse(input);
    }
    try (RigFactory rigs = servers.rigs(machine, err)) {
      return run(input, rigs);
    }
  }

  /** Reports the unusable files if there are no others. */
  private int refuse(TestInput input) {
    reports.prepare(author.trust());
    List<Unusable> unusable = shard.reported(input.unusable());
    SuiteResult result = SuiteResult.of("no servers", unusable.stream().map(Unusable::recorded));
    reports.write(result, covering.exemptions(author.trust()), spec.commandLine().getOut());
    throw new UnusableException(input.complaint() + ", so nothing was run");
  }

  private List<Path> named() {
    if (paths.isEmpty() && !Files.exists(DEFAULT)) {
      throw new UnusableException(
          "there is no directory "
              + DEFAULT
              + " here: name scenario files, or directories of them, or write the first one there");
    }
    return paths.isEmpty() ? List.of(DEFAULT) : paths;
  }

  private TestInput read() {
    return ShownInput.of(
        InputFiles.read(
            named(),
            snapshots.mode(machine.environment()),
            ignoreUnknownFields ? UnknownFields.IGNORED : UnknownFields.REFUSED,
            chosen.selection(),
            author.trust()),
        spec.commandLine().getErr());
  }

  private int run(TestInput input, RigFactory rigs) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Exemptions exempt = covering.exemptions(author.trust());
    List<Selection.Test> all = chosen.tests(input);
    if (all.isEmpty()) {
      return refuse(input);
    }
    List<Unusable> unusable = shard.reported(input.unusable());
    List<Selection.Test> tests = shard.part(all);
    reports.prepare(author.trust());
    out.println(rigs.description());
    out.print(shard.description(tests.size(), all.size()));
    LogDirectory logDirectory = LogDirectory.of(logs);
    CoverageMode mode = coverage || covering.isGate() ? CoverageMode.ON : reports.coverage();
    RunSettings settings = RunSettings.withLogsIn(logDirectory).with(reports.detail()).with(mode);
    ScenarioRunner runner = new ScenarioRunner(rigs, settings);
    TestOutput output = new TestOutput(out, err, timeline ? Detail.TIMELINE : Detail.RESULT);
    ProgressBar progress = new ProgressBar(out, machine.screen(), tests.size());
    List<Outcome> outcomes =
        new TestQueue(progress)
            .run(
                tests.stream().map(test -> new TestTask(runner, test)).toList(),
                chosen.jobs(),
                output::show);
    unusable.forEach(output::show);
    output.summary(outcomes, tests.size(), unusable.size(), logDirectory);
    snapshots.write(outcomes, out);
    SuiteResult result =
        SuiteResult.of(
            rigs.description(),
            Stream.concat(
                outcomes.stream().map(o -> o.recorded(reports.detail())),
                unusable.stream().map(Unusable::recorded)));
    reports.write(result, exempt, out);
    int status = outcomes.stream().mapToInt(ExitStatus::of).max().orElse(ExitStatus.PASSED);
    if (!input.unusable().isEmpty()) {
      err.println("firedrill: " + input.complaint());
      status = Math.max(status, ExitStatus.BAD_INPUT);
    }
    if (coverage || covering.isGate()) {
      Coverage covered = Coverage.of(result.coverage());
      CoverageOptions.show(covered, exempt, out);
      status = Math.max(status, covering.judge(covered, exempt, err));
    }
    return status;
  }
}
