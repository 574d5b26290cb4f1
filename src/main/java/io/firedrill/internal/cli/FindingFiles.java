package io.firedrill.internal.cli;

import io.firedrill.internal.lint.Check;
import io.firedrill.internal.lint.Finding;
import io.firedrill.internal.report.Annotations;
import io.firedrill.internal.report.FindingsJson;
import io.firedrill.internal.report.Sarif;
import io.firedrill.internal.source.Trust;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say where findings are written, for machines. */
final class FindingFiles {

  @Option(names = "--json", paramLabel = "FILE", description = "Write the findings as JSON")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write the findings as SARIF 2.1.0, for code scanning services")
  private Optional<Path> sarif = Optional.empty();

  @Option(
      names = "--annotations",
      paramLabel = "FORM",
      converter = Converters.AnnotationForm.class,
      description = "Print findings beside the lines they are about: github, or gnu")
  private Optional<Annotations> annotations = Optional.empty();

  /**
   * Removes the files of an earlier run.
   *
   * @throws io.firedrill.internal.suite.UnusableException if a file cannot be written
   */
  void prepare(Trust trust) {
    Stream.of(json, sarif).flatMap(Optional::stream).forEach(f -> OutputFiles.prepare(f, trust));
  }

  /**
   * Writes what is asked for.
   *
   * @throws OutputException if a file cannot be written
   */
  void write(List<Path> checked, List<Check> checks, List<Finding> findings, PrintWriter out) {
    OutputFiles files = new OutputFiles();
    json.ifPresent(file -> files.write(file, FindingsJson.of(checked, findings)));
    sarif.ifPresent(file -> files.write(file, Sarif.of(Version.text(), checks, findings)));
    annotations.ifPresent(form -> annotate(form, findings, Terminal.of(out)));
    files.requireWritten();
  }

  private static void annotate(Annotations form, List<Finding> findings, Terminal out) {
    form.ofFindings(findings).forEach(form == Annotations.GITHUB ? out::command : out::println);
  }
}
