package io.firedrill.internal.cli;

import io.firedrill.internal.comparison.ComparedTest;
import io.firedrill.internal.comparison.ComparisonText;
import io.firedrill.internal.comparison.SuiteComparison;
import io.firedrill.internal.recording.Recording;
import io.firedrill.internal.replay.Replay;
import io.firedrill.internal.replay.ReplayInput;
import io.firedrill.internal.replay.ReplayResult;
import io.firedrill.internal.replay.ReplayText;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.revision.RevisionException;
import io.firedrill.internal.revision.Tree;
import io.firedrill.internal.revision.Trees;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.run.DrillException;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.suite.UnusableException;
import io.firedrill.internal.verdict.FailedRule;
import io.firedrill.internal.verdict.Observed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    description = {
      "Replays recorded data and shows which notifications your rules and routes would have caused, and when.",
      "DATA are OpenMetrics dumps, answers of Prometheus's query_range, or CSV, each possibly "
          + "gzipped."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status (the highest that applies):%n",
    exitCodeList = {
      "0:replayed",
      "1:more notifications than --max-notifications, or an aborted replay",
      "2:bad input: arguments, or files",
      "3:no usable server or container engine",
      "70:a bug in Firedrill",
      "74:an output could not be written"
    })
final class ReplayCommand implements Callable<Integer> {

  private final Machine machine;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "DATA", description = "Files of recorded data")
  private List<Path> data = List.of();

  @Mixin private ReplayOptions options;

  @Option(
      names = "--against",
      paramLabel = "BASE",
      description =
          "Replay the same files of another version, too: a git revision, or a directory;"
              + " and show the differences")
  private Optional<String> against = Optional.empty();

  @Option(
      names = "--max-notifications",
      paramLabel = "N",
      description = "Exit with status 1 if there are more notifications")
  private Optional<Integer> maxNotifications = Optional.empty();

  @Option(names = "--summary", description = "Show only the summary, not each notification")
  private boolean summaryOnly;

  @Mixin private ServerOptions servers;

  @Mixin private TrustOption author;

  @Mixin private ReplayFiles files;

  ReplayCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    Trees trees = new Trees(Path.of(""), Suggestions::hint);
    try (Tree now = trees.workingTree()) {
      List<ReplayVersion> versions = new ArrayList<>();
      versions.add(ReplayVersion.in(now, now, options, author.trust()));
      if (against.isPresent()) {
        Tree base = trees.named(against.get());
        versions.add(0, ReplayVersion.in(base, now, options, author.of(base.root(), now.root())));
      }
      try {
        return replay(versions);
      } finally {
        versions.forEach(version -> version.tree().close());
      }
    } catch (RevisionException e) {
      throw new UnusableException(e.getMessage());
    }
  }

  private int replay(List<ReplayVersion> versions) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Recording recording = Recording.read(options.recording(data));
    recording.warnings().forEach(warning -> Terminal.lines(err, warning.render() + "\n"));
    files.prepare(author.trust());
    List<ReplayResult> replays = new ArrayList<>();
    try (RigFactory rigs = servers.rigs(machine, err)) {
      out.println(rigs.description());
      out.flush();
      for (ReplayVersion version : versions) {
        String name = versions.size() == 1 ? "" : version.tree().name();
        replays.add(replay(rigs, version, name, recording));
      }
    } catch (DrillException e) {
      err.println("firedrill: the replay was aborted: " + e.getMessage());
      if (!e.log().isEmpty()) {
        Terminal.lines(err, e.log());
      }
      return ExitStatus.FAILED;
    }
    Optional<SuiteComparison> comparison =
        replays.size() == 1
            ? Optional.empty()
            : Optional.of(ReplayFiles.compare(names(), replays.get(0), replays.get(1)));
    comparison.ifPresent(this::show);
    files.write(names(), replays, comparison);
    return verdict(replays.get(replays.size() - 1));
  }

  private ReplayResult replay(
      RigFactory rigs, ReplayVersion version, String name, Recording recording) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Instant start = options.start(recording.first());
    Instant end = options.end(recording.last());
    try {
      ReplayInput input = ReplayInput.of(recording, version.ruleFiles());
      Terminal.warnings(err, TreeNames.in(version.tree(), version.warnings()));
      Terminal.warnings(err, TreeNames.in(version.tree(), input.warnings()));
      if (!input.leftOut().isEmpty()) {
        err.println("not fed, because the rules produce it: " + String.join(", ", input.leftOut()));
      }
      err.flush();
      Replay replay = replay(rigs, version, start, end);
      ReplayProgress progress =
          new ReplayProgress(new StatusLine(out, machine.screen()), start, end, name);
      Observed observed;
      try {
        observed = replay.run(input.fed(), progress::reached);
      } finally {
        progress.over();
      }
      observed.failedRules().forEach(failed -> err.println(text(failed)));
      List<Problem> shown = TreeNames.in(version.tree(), replay.warnings());
      Terminal.warnings(err, shown);
      List<Problem> warnings = new ArrayList<>(recording.warnings());
      warnings.addAll(TreeNames.in(version.tree(), version.warnings()));
      warnings.addAll(TreeNames.in(version.tree(), input.warnings()));
      warnings.addAll(shown);
      ReplayResult result =
          new ReplayResult(
              name,
              rigs.description(),
              input.fed().series().size(),
              input.fed().samples(),
              observed.receivers().keySet().stream().sorted().toList(),
              TestResult.observed(
                  name.isEmpty() ? "replay" : "replay under " + name,
                  observed.timeline(),
                  warnings));
      show(result);
      return result;
    } catch (InputException e) {
      throw UnusableException.of(e, version.tree().named(e.getMessage()));
    }
  }

  private Replay replay(RigFactory rigs, ReplayVersion version, Instant start, Instant end) {
    try {
      return new Replay(
          rigs, version.spec(start, options.evaluationInterval, options.externalLabels()), end);
    } catch (IllegalArgumentException e) {
      throw new UnusableException(e.getMessage());
    }
  }

  private static String text(FailedRule failed) {
    return "%s: at %s, rule %s could not be evaluated: %s"
        .formatted(
            failed.rule().position(), failed.evaluation(), failed.rule().name(), failed.message());
  }

  private void show(ReplayResult result) {
    PrintWriter out = spec.commandLine().getOut();
    if (!summaryOnly && !result.result().notifications().isEmpty()) {
      ReplayText.messages(result).forEach(out::println);
      out.println();
    }
    ReplayText.summary(result).forEach(out::println);
    out.println();
    out.flush();
  }

  private void show(SuiteComparison comparison) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("from " + comparison.base() + " to " + comparison.head());
    for (ComparedTest test : comparison.tests()) {
      ComparisonText.lines(test.comparison()).forEach(line -> out.println("  " + line));
    }
    int differences = comparison.differences();
    out.println(
        differences == 0
            ? "no differences"
            : differences + (differences == 1 ? " difference" : " differences"));
    out.flush();
  }

  private int verdict(ReplayResult result) {
    int messages = result.result().notifications().size();
    if (maxNotifications.isPresent() && messages > maxNotifications.get()) {
      spec.commandLine()
          .getErr()
          .println(
              "firedrill: %d %s, and --max-notifications allows %d"
                  .formatted(
                      messages,
                      messages == 1 ? "notification" : "notifications",
                      maxNotifications.get()));
      return ExitStatus.FAILED;
    }
    return ExitStatus.PASSED;
  }

  private String names() {
    return data.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
