package io.firedrill.internal.cli;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.lint.FileKind;
import io.firedrill.internal.lint.Finding;
import io.firedrill.internal.lint.Lint;
import io.firedrill.internal.lint.LintResult;
import io.firedrill.internal.lint.Runbooks;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.YamlPaths;
import io.firedrill.internal.suite.UnusableException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    description = {
      "Checks rule files and Alertmanager configurations without running a drill.",
      "It finds valid settings that cause problems, and lets the servers check the files."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status (the highest that applies):%n",
    exitCodeList = {
      "0:no findings",
      "1:findings",
      "2:bad input: arguments, or files that a server refuses",
      "3:no usable server or container engine",
      "70:a bug in Firedrill",
      "74:an output could not be written"
    })
final class CheckCommand implements Callable<Integer> {

  private static final Path DEFAULT = Path.of("rules");

  /** What makes a file unusable, in the outputs for machines. */
  private static final String INVALID = "invalid";

  private final Machine machine;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files that belong together, or directories of them. Default: rules")
  private List<Path> paths = List.of();

  @Option(
      names = "--runbooks",
      paramLabel = "URL=DIR",
      converter = Converters.RunbookDirectory.class,
      description =
          "Runbook links that begin with URL lead to files below DIR; may be given several times."
              + " Links to .../docs/runbooks/... need none")
  private List<Map.Entry<String, Path>> runbooks = List.of();

  @Option(
      names = "--no-servers",
      description = "Run the checks only; do not start servers to read the files")
  private boolean noServers;

  @Mixin private FindingFiles output;

  @Mixin private ServerOptions servers;

  @Mixin private TrustOption author;

  CheckCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Path> files =
        named().stream()
            .flatMap(path -> YamlPaths.at(path, "rules or routes", any -> true).stream())
            .distinct()
            .toList();
    files.forEach(author.trust()::require);
    output.prepare(author.trust());
    Lint lint = new Lint(new Runbooks(Path.of(""), directories(), author.trust()));
    List<Finding> findings = new ArrayList<>();
    try {
      LintResult result = lint.check(files);
      requireRulesOrRoutes(result);
      findings.addAll(result.findings());
      show(result, out, err);
      if (!noServers) {
        RigFactory rigs = servers.rigs(machine, err);
        new ServerCheck(rigs, author.trust())
            .read(result.files(FileKind.RULES), result.files(FileKind.ALERTMANAGER));
        out.println("read by " + rigs.description());
      }
    } catch (InputException e) {
      e.problems().forEach(problem -> findings.add(new Finding(INVALID, problem)));
      output.write(files, lint.catalogue(), findings, out);
      throw e;
    }
    output.write(files, lint.catalogue(), findings, out);
    return findings.isEmpty() ? ExitStatus.PASSED : ExitStatus.FAILED;
  }

  private void show(LintResult result, PrintWriter out, PrintWriter err) {
    for (Path file : result.files(FileKind.ALERTMANAGER)) {
      Terminal.warnings(err, AlertmanagerConfig.read(file, author.trust()).notes());
    }
    for (Finding finding : result.findings()) {
      Terminal.lines(out, finding.problem().render() + "\n");
    }
    CheckSummary.lines(result).forEach(out::println);
    out.flush();
  }

  private List<Path> named() {
    if (paths.isEmpty() && !Files.exists(DEFAULT)) {
      throw new UnusableException(
          "there is no directory " + DEFAULT + " here: name rule files and configurations");
    }
    return paths.isEmpty() ? List.of(DEFAULT) : paths;
  }

  /** Fails if no file has rules or routes: "no findings" for a scenario file would mislead. */
  private static void requireRulesOrRoutes(LintResult result) {
    boolean none =
        result.files(FileKind.RULES).isEmpty() && result.files(FileKind.ALERTMANAGER).isEmpty();
    if (none) {
      String files =
          result.kinds().keySet().stream().map(Path::toString).collect(Collectors.joining(", "));
      throw new UnusableException("no rules and no routes in " + files);
    }
  }

  private Map<String, Path> directories() {
    Map<String, Path> directories = new LinkedHashMap<>();
    runbooks.forEach(entry -> directories.put(entry.getKey(), entry.getValue()));
    return directories;
  }
}
