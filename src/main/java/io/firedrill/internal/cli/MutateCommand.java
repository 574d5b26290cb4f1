package io.firedrill.internal.cli;

import io.firedrill.internal.mutation.Mutant;
import io.firedrill.internal.mutation.MutantExemptions;
import io.firedrill.internal.mutation.MutantResult;
import io.firedrill.internal.mutation.Mutants;
import io.firedrill.internal.mutation.MutationReport;
import io.firedrill.internal.mutation.MutationRun;
import io.firedrill.internal.prometheus.UnknownFields;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.suite.InputFiles;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.TestInput;
import io.firedrill.internal.suite.UnusableException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "mutate",
    description =
        "Makes small mistakes in rules, routes and scrape jobs, one at a time, and shows which of"
            + " them no test notices.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status (the highest that applies):%n",
    exitCodeList = {
      "0:the score is sufficient",
      "1:the score is below --min-score, or a test fails without a mistake",
      "2:bad input: arguments, or files",
      "3:no usable server or container engine",
      "70:a bug in Firedrill",
      "74:an output could not be written"
    })
final class MutateCommand implements Callable<Integer> {

  private static final Path DEFAULT = Path.of("test-scenarios");

  private final Machine machine;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Scenario files, or directories of them. Default: test-scenarios")
  private List<Path> paths = List.of();

  @Mixin private TestOptions chosen;

  @Mixin private MutantOptions mutants;

  @Option(
      names = "--min-score",
      paramLabel = "PERCENT",
      converter = Converters.Percent.class,
      description = "Fail if tests notice less than this share of the mutants")
  private Optional<Double> minimum = Optional.empty();

  @Option(
      names = "--merge",
      paramLabel = "RECORD",
      description =
          "Run nothing, and combine the records of parts that --shard made; may be given several"
              + " times")
  private List<Path> records = List.of();

  @Option(names = "--all", description = "Also print the mutants that tests notice")
  private boolean all;

  @Option(
      names = "--one-by-one",
      description = "Run each mutant alone, like firedrill test: slow, with the same result")
  private boolean alone;

  @Mixin private ServerOptions servers;

  @Mixin private TrustOption author;

  @Mixin private MutationFiles files;

  MutateCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    if (!records.isEmpty()) {
      files.prepare(author.trust());
      return show(MutationFiles.merged(records));
    }
    TestInput input = read();
    MutantExemptions exemptions = mutants.exemptions(author.trust());
    List<Selection.Test> tests = chosen.tests(input);
    if (!input.unusable().isEmpty()) {
      throw new UnusableException(input.complaint() + ", so nothing was run");
    }
    List<Mutant> found = Mutants.of(tests, mutants::changes);
    if (minimum.isPresent() && mutants.areAll() && chosen.selection().equals(Selection.ALL)) {
      exemptions.requireNeeded(found);
    }
    List<Mutant> selected = mutants.selected(found, machine.environment());
    files.prepare(author.trust());
    Map<Mutant, String> exempt = exemptions.of(selected);
    List<Mutant> run = selected.stream().filter(m -> !exempt.containsKey(m)).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (run.isEmpty()) {
      return show(MutationReport.of("", MutationRun.Result.NOTHING, exempt));
    }
    try (RigFactory rigs = servers.rigs(machine, spec.commandLine().getErr())) {
      out.println(rigs.description());
      out.println(MutationOutput.beginning(run.size(), tests.size()));
      out.flush();
      LogDirectory logs = LogDirectory.temporary();
      ScenarioRunner runner =
          new ScenarioRunner(rigs, RunSettings.withLogsIn(logs).with(RunSettings.Detail.FAILURES));
      MutationProgress progress = new MutationProgress(out, machine.screen());
      MutationRun.Way way = alone ? MutationRun.Way.ALONE : MutationRun.Way.TOGETHER;
      MutationRun.Result result =
          new MutationRun(runner, chosen.jobs(), way, progress).run(tests, run);
      progress.end();
      return show(MutationReport.of(rigs.description(), result, exempt));
    }
  }

  private TestInput read() {
    if (paths.isEmpty() && !Files.exists(DEFAULT)) {
      throw new UnusableException(
          "there is no directory "
              + DEFAULT
              + " here: name scenario files, or directories of them");
    }
    return ShownInput.of(
        InputFiles.read(
            paths.isEmpty() ? List.of(DEFAULT) : paths,
            SnapshotMode.COMPARE,
            UnknownFields.REFUSED,
            chosen.selection(),
            author.trust()),
        spec.commandLine().getErr());
  }

  private int show(MutationReport report) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    MutationOutput output = new MutationOutput(out);
    report.mutants().stream()
        .filter(m -> all || m.status() == MutantResult.Status.SURVIVED)
        .forEach(output::show);
    output.end(report);
    files.write(report);
    int status = ExitStatus.PASSED;
    if (!report.failing().isEmpty()) {
      report.failing().forEach(test -> err.println("firedrill: fails without a mistake: " + test));
      status = ExitStatus.FAILED;
    }
    if (minimum.filter(least -> report.score() < least).isPresent()) {
      err.println(
          "firedrill: the score is %s %%, less than --min-score %s"
              .formatted(
                  MutationOutput.percent(report.score()), MutationOutput.percent(minimum.get())));
      status = ExitStatus.FAILED;
    }
    err.flush();
    return status;
  }
}
