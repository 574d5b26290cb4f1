package io.firedrill.internal.cli;

import io.firedrill.internal.generation.Generated;
import io.firedrill.internal.generation.Generation;
import io.firedrill.internal.generation.GenerationJson;
import io.firedrill.internal.generation.GenerationOptions;
import io.firedrill.internal.generation.GenerationOptions.Form;
import io.firedrill.internal.generation.GenerationOptions.WantedRule;
import io.firedrill.internal.generation.GenerationResult;
import io.firedrill.internal.generation.RuleOutcome;
import io.firedrill.internal.generation.RuleOutcome.State;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.source.YamlPaths;
import io.firedrill.internal.suite.UnusableException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "init",
    description = {
      "Generates scenario files for alerting rules that have none: for each rule an input for which"
          + " its alert fires, and inputs for which it just does not.",
      "A real Prometheus tries the inputs. Existing files are never changed."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status (the highest that applies):%n",
    exitCodeList = {
      "0:every rule has a test in which its alert fires",
      "1:no input was found for some rules",
      "2:bad input: arguments, or files that a server refuses",
      "3:no usable server or container engine",
      "70:a bug in Firedrill",
      "74:an output could not be written"
    })
final class InitCommand implements Callable<Integer> {

  private static final Path DEFAULT = Path.of("rules");

  private final Machine machine;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "RULES",
      description = "Rule files that belong together, or directories of them. Default: rules")
  private List<Path> paths = List.of();

  @Option(
      names = "--alertmanager-config",
      paramLabel = "FILE",
      description = "Also expect the notifications that Alertmanager sends with these routes")
  private Optional<Path> alertmanagerConfig = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The directory of the scenario files. Default: test-scenarios")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--evaluation-interval",
      paramLabel = "DURATION",
      converter = Converters.Interval.class,
      description = "The interval of rule groups without their own. Default: 1m")
  private Duration evaluationInterval = Duration.ofMinutes(1);

  @Option(
      names = "--for",
      paramLabel = "REV",
      description = "Only rules that are new or changed since a git revision, or a directory")
  private Optional<String> revision = Optional.empty();

  @Option(
      names = "--junit",
      description = "Write JUnit test classes instead; the default of --out is src/test/java then")
  private boolean junit;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON")
  private Optional<Path> json = Optional.empty();

  @Mixin private ServerOptions servers;

  @Mixin private TrustOption author;

  InitCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    PrintWriter printer = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Path> files = ruleFiles();
    files.forEach(author.trust()::require);
    alertmanagerConfig.ifPresent(author.trust()::require);
    author.trust().require(directory());
    json.ifPresent(file -> OutputFiles.prepare(file, author.trust()));
    Predicate<WantedRule> wanted = ChangedRules.since(revision, files);
    try (RigFactory rigs = servers.rigs(machine, err)) {
      Generation generation =
          new Generation(
              rigs,
              new GenerationOptions(
                  files,
                  alertmanagerConfig,
                  directory(),
                  evaluationInterval,
                  junit ? Form.JUNIT : Form.SCENARIOS,
                  wanted));
      printer.println(rigs.description());
      StatusLine line = new StatusLine(printer, machine.screen());
      Generated generated =
          generation.generate(
              (done, all) -> line.show(done, Math.max(1, all), done + "/" + all + " rules"));
      line.erase();
      write(generated, rigs.description());
      return show(generated.result(), Terminal.of(printer));
    }
  }

  private List<Path> ruleFiles() {
    if (paths.isEmpty() && !Files.exists(DEFAULT)) {
      throw new UnusableException("there is no directory " + DEFAULT + " here: name rule files");
    }
    List<Path> named = paths.isEmpty() ? List.of(DEFAULT) : paths;
    List<Path> files =
        named.stream()
            .flatMap(path -> YamlPaths.at(path, "rule files", RuleFiles::isRuleFile).stream())
            .distinct()
            .toList();
    return files;
  }

  private Path directory() {
    return out.orElse(Path.of(junit ? "src/test/java" : "test-scenarios"));
  }

  private void write(Generated generated, String servers) {
    OutputFiles output = new OutputFiles();
    new TreeMap<>(generated.files()).forEach(output::write);
    json.ifPresent(file -> output.write(file, GenerationJson.of(generated.result(), servers)));
    output.requireWritten();
  }

  private static int show(GenerationResult result, Terminal out) {
    for (RuleOutcome rule : result.rules()) {
      if (rule.state() == State.NOT_FOUND) {
        Terminal.lines(
            out, rule.position() + ": no input was found for which " + rule.name() + " fires");
        rule.reasons().forEach(reason -> Terminal.lines(out, "    " + reason));
      }
    }
    long fired = result.count(State.FIRED);
    long already = result.count(State.TESTED_ALREADY);
    long missing = result.count(State.NOT_FOUND);
    out.println(
        "%s: %d fired, %d with a near miss, %d not found, %d tested already; %s written"
            .formatted(
                count(result.rules().size(), "rule"),
                fired,
                result.nearMisses(),
                missing,
                already,
                count(result.written().size(), "file")));
    return missing == 0 ? ExitStatus.PASSED : ExitStatus.FAILED;
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
