package io.firedrill.internal.cli;

import io.firedrill.internal.coverage.Coverage;
import io.firedrill.internal.coverage.CoverageMinimum;
import io.firedrill.internal.coverage.CoverageText;
import io.firedrill.internal.coverage.Exemptions;
import io.firedrill.internal.source.Trust;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how much has to be covered. */
final class CoverageOptions {

  @Option(
      names = "--min-coverage",
      paramLabel = "PERCENT",
      converter = Converters.Minimum.class,
      description =
          "Fail if less is covered: 100, of everything; or rules=100,routes=90. There are rules,"
              + " alerts, recordings, routes, receivers, inhibitions, intervals and all")
  private Optional<CoverageMinimum> minimum = Optional.empty();

  @Option(
      names = "--coverage-exemptions",
      paramLabel = "FILE",
      description =
          "Coverage exemptions with reasons. Default: .firedrill-coverage.yml, if it exists")
  private Optional<Path> exemptions = Optional.empty();

  /** Whether something has to be covered. */
  boolean isGate() {
    return minimum.isPresent();
  }

  /**
   * What is exempt; to be read before anything runs.
   *
   * @throws io.firedrill.internal.source.InputException if the file is wrong
   */
  Exemptions exemptions(Trust trust) {
    return Exemptions.of(exemptions, trust);
  }

  /**
   * Judges.
   *
   * @return the exit status
   * @throws io.firedrill.internal.source.InputException if something is exempt that need not be
   */
  int judge(Coverage coverage, Exemptions exempt, PrintWriter err) {
    if (minimum.isEmpty()) {
      return ExitStatus.PASSED;
    }
    exempt.requireNeeded(coverage);
    List<String> failures = minimum.get().failures(exempt.applyTo(coverage));
    // What is not covered stands in the table.
    failures.stream()
        .filter(line -> !line.startsWith(" "))
        .forEach(line -> err.println("firedrill: " + line.replaceFirst(":$", "")));
    err.flush();
    return failures.isEmpty() ? ExitStatus.PASSED : ExitStatus.FAILED;
  }

  /** The table. */
  static void show(Coverage coverage, Exemptions exempt, PrintWriter out) {
    CoverageText.lines(exempt.applyTo(coverage)).forEach(out::println);
    out.flush();
  }
}
