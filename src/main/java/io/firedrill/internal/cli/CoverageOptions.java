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

/** The options that set the required coverage. */
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

  boolean isGate() {
    return minimum.isPresent();
  }

  /**
   * Reads the exemptions. Call this before any test runs.
   *
   * @throws io.firedrill.internal.source.InputException if the file is invalid
   */
  Exemptions exemptions(Trust trust) {
    return Exemptions.of(exemptions, trust);
  }

  /**
   * Checks the coverage against the minimum.
   *
   * @return the exit status
   * @throws io.firedrill.internal.source.InputException if an exemption is not needed
   */
  int judge(Coverage coverage, Exemptions exempt, PrintWriter err) {
    if (minimum.isEmpty()) {
      return ExitStatus.PASSED;
    }
    exempt.requireNeeded(coverage);
    List<String> failures = minimum.get().failures(exempt.applyTo(coverage));
    // The table already lists what is not covered.
    failures.stream()
        .filter(line -> !line.startsWith(" "))
        .forEach(line -> err.println("firedrill: " + line.replaceFirst(":$", "")));
    err.flush();
    return failures.isEmpty() ? ExitStatus.PASSED : ExitStatus.FAILED;
  }

  /** Prints the table. */
  static void show(Coverage coverage, Exemptions exempt, PrintWriter out) {
    CoverageText.lines(exempt.applyTo(coverage)).forEach(out::println);
    out.flush();
  }
}
