package io.firedrill.internal.cli;

import io.firedrill.internal.comparison.ComparisonHtml;
import io.firedrill.internal.comparison.ComparisonJson;
import io.firedrill.internal.comparison.ComparisonMarkdown;
import io.firedrill.internal.comparison.SuiteComparison;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.UnusableException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options for files with the differences. */
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
   * Removes the files of earlier runs, so that a file that cannot be written is reported before any
   * test runs.
   *
   * @throws UnusableException if a file cannot be written
   */
  void prepare(Trust trust) {
    Stream.of(markdown, html, json)
        .flatMap(Optional::stream)
        .forEach(file -> OutputFiles.prepare(file, trust));
  }

  void write(SuiteComparison comparison) {
    OutputFiles files = new OutputFiles();
    markdown.ifPresent(file -> files.write(file, ComparisonMarkdown.of(comparison)));
    html.ifPresent(file -> files.write(file, ComparisonHtml.of(comparison)));
    json.ifPresent(file -> files.write(file, ComparisonJson.of(comparison)));
    files.requireWritten();
  }
}
