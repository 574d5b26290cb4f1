package io.firedrill.cli;

import io.firedrill.comparison.ComparisonHtml;
import io.firedrill.comparison.ComparisonJson;
import io.firedrill.comparison.ComparisonMarkdown;
import io.firedrill.comparison.SuiteComparison;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say where differences are written. */
final class DiffFiles {

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the differences as Markdown, for pull requests")
  private Optional<Path> markdown = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the differences as one page for browsers")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the differences as JSON, for other programs")
  private Optional<Path> json = Optional.empty();

  /**
   * Empties the files: who cannot write them shall know it before anything has run.
   *
   * @throws UnusableException if a file cannot be written
   */
  void empty() {
    Stream.of(markdown, html, json)
        .flatMap(Optional::stream)
        .forEach(file -> OutputFile.write(file, ""));
  }

  void write(SuiteComparison comparison) {
    markdown.ifPresent(file -> OutputFile.write(file, ComparisonMarkdown.of(comparison)));
    html.ifPresent(file -> OutputFile.write(file, ComparisonHtml.of(comparison)));
    json.ifPresent(file -> OutputFile.write(file, ComparisonJson.of(comparison)));
  }
}
