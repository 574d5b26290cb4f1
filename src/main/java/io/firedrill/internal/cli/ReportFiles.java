package io.firedrill.internal.cli;

import io.firedrill.internal.coverage.Coverage;
import io.firedrill.internal.coverage.Exemptions;
import io.firedrill.internal.report.Annotations;
import io.firedrill.internal.report.HtmlReport;
import io.firedrill.internal.report.JUnitXml;
import io.firedrill.internal.report.MarkdownSummary;
import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.RunSettings.Detail;
import io.firedrill.internal.suite.UnusableException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options for files with the results. */
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
      description = "Write a record for firedrill merge and --durations")
  private Optional<Path> record = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write a report with pictures, as DIR/index.html")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write a summary in Markdown, for pull requests and job summaries")
  private Optional<Path> markdown = Optional.empty();

  @Option(
      names = "--annotations",
      paramLabel = "FORM",
      converter = Converters.AnnotationForm.class,
      description = "Print failures as annotations of the files' lines: github, or gnu")
  private Optional<Annotations> annotations = Optional.empty();

  /** What the requested files require to be observed. */
  Detail detail() {
    return report.isPresent() || record.isPresent() || annotations.isPresent()
        ? Detail.PICTURE
        : Detail.VERDICT;
  }

  /** Whether the requested files contain coverage. */
  CoverageMode coverage() {
    return Stream.of(report, record, markdown).anyMatch(Optional::isPresent)
        ? CoverageMode.ON
        : CoverageMode.OFF;
  }

  /**
   * Removes the files, and makes the directories above them. A file that cannot be written is then
   * reported before the tests run, and an earlier run's results are not mistaken for this one's.
   *
   * @throws UnusableException if a file cannot be written
   */
  void prepare(Trust trust) {
    files().forEach(file -> OutputFiles.prepare(file, trust));
  }

  /** The files, absolute. */
  Set<Path> all() {
    return files().map(file -> file.toAbsolutePath().normalize()).collect(Collectors.toSet());
  }

  private Stream<Path> files() {
    return Stream.of(json, junitXml, record, page(), markdown).flatMap(Optional::stream);
  }

  private Optional<Path> page() {
    return report.map(directory -> directory.resolve("index.html"));
  }

  void write(SuiteResult result, Exemptions exempt, PrintWriter out) {
    Optional<Coverage> covered =
        Optional.of(result.coverage())
            .filter(tests -> !tests.isEmpty())
            .map(tests -> exempt.applyTo(Coverage.of(tests)));
    OutputFiles files = new OutputFiles();
    json.ifPresent(file -> files.write(file, ResultJson.stable(result)));
    junitXml.ifPresent(file -> files.write(file, JUnitXml.of(result)));
    record.ifPresent(file -> files.write(file, ResultJson.record(result)));
    page().ifPresent(file -> files.write(file, HtmlReport.of(result, covered)));
    markdown.ifPresent(file -> files.write(file, MarkdownSummary.of(result, covered)));
    annotations.ifPresent(form -> annotate(form, result, Terminal.of(out)));
    files.requireWritten();
  }

  private static void annotate(Annotations form, SuiteResult result, Terminal out) {
    form.of(result).forEach(form == Annotations.GITHUB ? out::command : out::println);
  }
}
