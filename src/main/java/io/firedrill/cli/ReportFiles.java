package io.firedrill.cli;

import io.firedrill.report.JUnitXml;
import io.firedrill.result.ResultJson;
import io.firedrill.result.SuiteResult;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    json.ifPresent(file -> write(file, ""));
    junitXml.ifPresent(file -> write(file, ""));
    record.ifPresent(file -> write(file, ""));
  }

  /** The files, absolute. */
  Set<Path> all() {
    return Stream.of(json, junitXml, record)
        .flatMap(Optional::stream)
        .map(file -> file.toAbsolutePath().normalize())
        .collect(Collectors.toSet());
  }

  void write(SuiteResult result) {
    json.ifPresent(file -> write(file, ResultJson.stable(result)));
    junitXml.ifPresent(file -> write(file, JUnitXml.of(result)));
    record.ifPresent(file -> write(file, ResultJson.record(result)));
  }

  private static void write(Path file, String text) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UnusableException("cannot write " + file + ": " + reason(e));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is a file";
    }
    return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
  }
}
