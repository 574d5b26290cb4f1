package io.firedrill.cli;

import io.firedrill.report.JUnitXml;
import io.firedrill.result.ResultJson;
import io.firedrill.result.SuiteResult;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say where results are written for machines. */
final class ReportFiles {

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--junit-xml",
      paramLabel = "FILE",
      description = "Write the results as JUnit XML, for CI systems")
  private Optional<Path> junitXml = Optional.empty();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Write everything that firedrill merge makes reports of, and --durations reads")
  private Optional<Path> record = Optional.empty();

  /**
   * Empties the files, and makes the directories above them: who cannot write them shall know it
   * before the tests have run, and nobody shall take an earlier run's results for this one's.
   *
   * @throws UnusableException if a file cannot be written
   */
  void empty() {
    json.ifPresent(file -> OutputFile.write(file, ""));
    junitXml.ifPresent(file -> OutputFile.write(file, ""));
    record.ifPresent(file -> OutputFile.write(file, ""));
  }

  void write(SuiteResult result) {
    json.ifPresent(file -> OutputFile.write(file, ResultJson.stable(result)));
    junitXml.ifPresent(file -> OutputFile.write(file, JUnitXml.of(result)));
    record.ifPresent(file -> OutputFile.write(file, ResultJson.record(result)));
  }
}
