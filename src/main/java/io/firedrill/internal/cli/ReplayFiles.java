package io.firedrill.internal.cli;

import io.firedrill.internal.comparison.ComparedTest;
import io.firedrill.internal.comparison.ComparisonMarkdown;
import io.firedrill.internal.comparison.SuiteComparison;
import io.firedrill.internal.comparison.TestComparison;
import io.firedrill.internal.replay.ReplayJson;
import io.firedrill.internal.replay.ReplayMarkdown;
import io.firedrill.internal.replay.ReplayResult;
import io.firedrill.internal.report.HtmlReport;
import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.UnusableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options for files with the results of a replay. */
final class ReplayFiles {

  @Option(names = "--json", paramLabel = "FILE", description = "Write everything as JSON")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write a summary in Markdown, for pull requests and job summaries")
  private Optional<Path> markdown = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write a report with the messages, as DIR/index.html")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Write a record for firedrill merge")
  private Optional<Path> record = Optional.empty();

  /**
   * Removes the files of earlier runs, so that a file that cannot be written is reported before the
   * replay runs.
   *
   * @throws UnusableException if a file cannot be written
   */
  void prepare(Trust trust) {
    Stream.of(json, markdown, page(), record)
        .flatMap(Optional::stream)
        .forEach(file -> OutputFiles.prepare(file, trust));
  }

  private Optional<Path> page() {
    return report.map(directory -> directory.resolve("index.html"));
  }

  /** Writes the requested files: each version's replay, and the differences. */
  void write(String data, List<ReplayResult> replays, Optional<SuiteComparison> comparison) {
    OutputFiles files = new OutputFiles();
    json.ifPresent(file -> files.write(file, ReplayJson.of(replays)));
    markdown.ifPresent(
        file ->
            files.write(
                file,
                ReplayMarkdown.of(replays)
                    + comparison.map(c -> "\n" + ComparisonMarkdown.of(c)).orElse("")));
    SuiteResult suite =
        new SuiteResult(
            replays.get(0).servers(),
            List.of(new FileResult(data, replays.stream().map(ReplayResult::result).toList())));
    record.ifPresent(file -> files.write(file, ResultJson.record(suite)));
    page().ifPresent(file -> files.write(file, HtmlReport.of(suite, Optional.empty())));
    files.requireWritten();
  }

  static SuiteComparison compare(String data, ReplayResult base, ReplayResult head) {
    ComparedTest test =
        new ComparedTest(
            data,
            "replay",
            1,
            ComparedTest.Extent.BOTH,
            "",
            TestComparison.of(base.result(), head.result()));
    return new SuiteComparison(
        head.servers(), base.version(), head.version(), List.of(test), List.of());
  }
}
