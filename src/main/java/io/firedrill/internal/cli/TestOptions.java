package io.firedrill.internal.cli;

import io.firedrill.internal.source.GoRegex;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say which tests run, and how many at a time. */
final class TestOptions {

  @Option(
      names = "--run",
      paramLabel = "REGEX",
      converter = Converters.Regex.class,
      description = "Run only tests whose name this matches, anywhere; may be given several times")
  private List<GoRegex> run = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      converter = Converters.Jobs.class,
      description = "How many tests run in parallel, or auto: one per processor. Default: 1")
  private int jobs = 1;

  Selection selection() {
    return new Selection(run);
  }

  int jobs() {
    return jobs;
  }
}
