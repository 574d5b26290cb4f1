package io.firedrill.internal.cli;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.run.RouteCheck;
import io.firedrill.internal.run.RoutedRows;
import io.firedrill.internal.scenario.RouteExpectation;
import io.firedrill.internal.scenario.RouteTable;
import io.firedrill.internal.settings.ProjectSettings;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.UnusableException;
import io.firedrill.internal.text.Printable;
import io.firedrill.model.Labels;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "routes",
    description = {
      "Shows where Alertmanager sends an alert with these labels, checked with a real "
          + "Alertmanager.",
      "Without labels: all routes, and which scenarios reach each of them."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:success",
      "1:a scenario could not be run, or a row of the table differs",
      "2:bad input: arguments, or files",
      "3:no usable server or container engine",
      "70:a bug in Firedrill",
      "74:an output could not be written"
    })
final class RoutesCommand implements Callable<Integer> {

  private static final Path DEFAULT = Path.of("test-scenarios");

  private final Machine machine;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CONFIG", description = "An Alertmanager configuration")
  private Path config;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "LABEL=VALUE",
      description = "The alert's labels")
  private List<String> labels = List.of();

  @Option(
      names = "--scenarios",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Scenario files, or directories of them; those that use CONFIG are run."
              + " Default: test-scenarios, if it exists")
  private List<Path> scenarios = List.of();

  @Option(
      names = "--file",
      paramLabel = "TABLE",
      description =
          "A file with rows of labels and expected receivers, as in route_test; checks all of them"
              + " on one Alertmanager")
  private Path table;

  @Option(names = "--json", description = "Print JSON")
  private boolean json;

  @Mixin private ServerOptions servers;

  @Mixin private TrustOption author;

  RoutesCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    Labels alert = alert();
    if (table != null) {
      return checkTable();
    }
    AlertmanagerConfig read = AlertmanagerConfig.read(config, author.trust());
    List<PreparedFile> files = alert.isEmpty() ? files(spec.commandLine().getErr()) : List.of();
    Terminal.warnings(
        spec.commandLine().getErr(),
        read.notes().stream().filter(note -> !isToldOf(note, files)).toList());
    try (RigFactory rigs = servers.rigs(machine, spec.commandLine().getErr())) {
      RouteCheck.Answer answer = ask(rigs, read, alert);
      return alert.isEmpty()
          ? showTree(rigs, answer.root(), files)
          : show(RoutedAlert.of(rigs.description(), alert, answer.root(), answer.view()));
    }
  }

  private int checkTable() {
    if (!labels.isEmpty() || !scenarios.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--file goes with neither labels nor --scenarios");
    }
    List<RouteExpectation> rows = RouteTable.read(table, author.trust());
    AlertmanagerConfig read = AlertmanagerConfig.read(config, author.trust());
    Terminal.warnings(spec.commandLine().getErr(), read.notes());
    try (RigFactory rigs = servers.rigs(machine, spec.commandLine().getErr())) {
      List<List<RoutedRows.Way>> ways = ask(() -> RoutedRows.ask(rigs, flags(), read, rows));
      CheckedTable checked = CheckedTable.of(rigs.description(), rows, ways);
      print(json ? checked.json() : checked.lines());
      return checked.failures().isEmpty() ? ExitStatus.PASSED : ExitStatus.FAILED;
    }
  }

  /** Whether reading a scenario file already gave this warning. */
  private static boolean isToldOf(Problem note, List<PreparedFile> files) {
    return files.stream().anyMatch(file -> file.warnings().contains(note));
  }

  private int showTree(RigFactory rigs, Route root, List<PreparedFile> files) {
    RouteTests tests = RouteTests.run(rigs, root, files, spec.commandLine().getErr());
    RouteTree tree = new RouteTree(rigs.description(), root, tests);
    print(json ? tree.json() : tree.lines());
    return tests.exitStatus();
  }

  private int show(RoutedAlert routed) {
    print(json ? routed.json() : routed.lines());
    return routed.agrees() ? ExitStatus.PASSED : ExitStatus.BUG;
  }

  private void print(Stream<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      lines.forEach(text -> Terminal.lines(out, Printable.json(text)));
    } else {
      lines.forEach(out::println);
    }
  }

  private RouteCheck.Answer ask(RigFactory rigs, AlertmanagerConfig read, Labels alert) {
    return ask(() -> RouteCheck.ask(rigs, flags(), read, config, alert));
  }

  private ServerFlags flags() {
    return ProjectSettings.of(Path.of(""), author.trust()).flags();
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (AlertmanagerException e) {
      if (e.status() == 0) {
        throw e;
      }
      throw new UnusableException("Alertmanager refuses the labels: " + e.serverMessage());
    }
  }

  private Labels alert() {
    Map<String, String> map = new LinkedHashMap<>();
    for (String label : labels) {
      int equals = label.indexOf('=');
      if (equals < 1) {
        throw new ParameterException(
            spec.commandLine(), "expected LABEL=VALUE, found \"" + label + "\"");
      }
      if (map.put(label.substring(0, equals), label.substring(equals + 1)) != null) {
        throw new ParameterException(
            spec.commandLine(), "label \"" + label.substring(0, equals) + "\" is given twice");
      }
    }
    return Labels.copyOf(map);
  }

  /** The scenario files that use the configuration. */
  private List<PreparedFile> files(PrintWriter err) {
    List<Path> paths =
        scenarios.isEmpty() && Files.isDirectory(DEFAULT) ? List.of(DEFAULT) : scenarios;
    Path wanted = real(config);
    return paths.isEmpty()
        ? List.of()
        : ShownInput.all(paths, author.trust(), err).stream()
            .filter(
                f ->
                    f.file()
                        .alertmanagerConfig()
                        .filter(c -> real(c.value()).equals(wanted))
                        .isPresent())
            .map(PreparedFile::expectingNothing)
            .toList();
  }

  private static Path real(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
