package io.firedrill.internal.cli;

import io.firedrill.internal.coverage.Coverage;
import io.firedrill.internal.coverage.CoverageJson;
import io.firedrill.internal.coverage.CoverageText;
import io.firedrill.internal.coverage.Exemptions;
import io.firedrill.internal.coverage.TestCoverage;
import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.Exhaustion;
import io.firedrill.internal.suite.UnusableException;
import io.firedrill.internal.text.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "coverage",
    description = "Shows which rules and routes the tests of one or more records cover together.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:coverage is sufficient",
      "1:coverage is below --min-coverage",
      "2:bad input: arguments, or files",
      "70:a bug in Firedrill",
      "74:an output could not be written"
    })
final class CoverageCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RECORD",
      description =
          "Files that firedrill test --record wrote, or JUnit runs with firedrill.coverage.directory")
  private List<Path> records;

  @ArgGroup private Form form = new Form();

  @Mixin private CoverageOptions options;

  /** The output format. */
  static final class Form {
    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Option(names = "--markdown", description = "Print one line of Markdown, for a summary")
    private boolean markdown;
  }

  @Override
  public Integer call() {
    Exemptions exempt = options.exemptions(Trust.FULL);
    Coverage coverage = read();
    PrintWriter out = spec.commandLine().getOut();
    if (form.json) {
      out.print(Printable.json(CoverageJson.of(exempt.applyTo(coverage))));
    } else if (form.markdown) {
      out.println(CoverageText.markdown(exempt.applyTo(coverage)));
    } else {
      CoverageOptions.show(coverage, exempt, out);
    }
    out.flush();
    return options.judge(coverage, exempt, spec.commandLine().getErr());
  }

  private Coverage read() {
    List<TestCoverage> all = new ArrayList<>();
    for (Path record : records) {
      List<TestCoverage> covered = Exhaustion.named(record, ResultJson::read).coverage();
      if (covered.isEmpty()) {
        throw new UnusableException(
            record + " contains no coverage; firedrill test --record writes it");
      }
      all.addAll(covered);
    }
    return Coverage.of(all);
  }
}
