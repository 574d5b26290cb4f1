package io.firedrill.internal.cli;

import io.firedrill.internal.mutation.MutationHtml;
import io.firedrill.internal.mutation.MutationJson;
import io.firedrill.internal.mutation.MutationMarkdown;
import io.firedrill.internal.mutation.MutationReport;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.Exhaustion;
import io.firedrill.internal.suite.UnusableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options for files with the mutants. */
final class MutationFiles {

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the mutants as JSON, for other programs; also the record for --merge")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the survivors as Markdown, for pull requests")
  private Optional<Path> markdown = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the changed files with the mutants at their lines, for browsers")
  private Optional<Path> html = Optional.empty();

  /** The parts of a run, together. */
  static MutationReport merged(List<Path> records) {
    List<MutationReport> parts =
        records.stream().map(r -> Exhaustion.named(r, MutationJson::read)).toList();
    List<String> servers = parts.stream().map(MutationReport::servers).distinct().toList();
    if (servers.stream().filter(s -> !s.isEmpty()).count() > 1) {
      throw new UnusableException(
          "cannot merge records of different servers: " + String.join("; ", servers));
    }
    MutationReport whole = MutationReport.merged(parts);
    long distinct =
        whole.mutants().stream().map(m -> m.place() + m.operator() + m.change()).distinct().count();
    if (distinct < whole.mutants().size()) {
      throw new UnusableException("cannot merge records that contain the same mutant");
    }
    return whole;
  }

  /**
   * Removes the files of earlier runs.
   *
   * @throws UnusableException if a file cannot be written
   */
  void prepare(Trust trust) {
    Stream.of(json, markdown, html)
        .flatMap(Optional::stream)
        .forEach(file -> OutputFiles.prepare(file, trust));
  }

  void write(MutationReport report) {
    OutputFiles files = new OutputFiles();
    json.ifPresent(file -> files.write(file, MutationJson.of(report)));
    markdown.ifPresent(file -> files.write(file, MutationMarkdown.of(report)));
    html.ifPresent(file -> files.write(file, MutationHtml.of(report, FileTexts.AS_THEY_ARE)));
    files.requireWritten();
  }
}
