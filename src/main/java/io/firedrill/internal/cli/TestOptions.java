package io.firedrill.internal.cli;

import io.firedrill.internal.source.GoRegex;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.TestInput;
import io.firedrill.internal.suite.UnusableException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that choose which tests run, and how many in parallel. */
final class TestOptions {

  @Option(
      names = "--run",
      paramLabel = "REGEX",
      converter = Converters.Regex.class,
      description = "Run only tests whose names contain a match; may be given several times")
  private List<GoRegex> run = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      converter = Converters.Jobs.class,
      description =
          "How many tests run in parallel. Default: auto, one per processor if the memory is enough")
  private int jobs = AutomaticJobs.ofThisMachine();

  Selection selection() {
    return new Selection(run);
  }

  /**
   * The selected tests.
   *
   * @throws UnusableException if there are none, and no file is unusable
   */
  List<Selection.Test> tests(TestInput input) {
    List<PreparedFile> files = input.files();
    List<Selection.Test> tests = selection().of(files);
    if (!input.unusable().isEmpty()) {
      return tests;
    }
    if (files.stream().allMatch(f -> f.file().scenarios().isEmpty())) {
      throw new UnusableException("there are no tests in " + names(files));
    }
    if (tests.isEmpty()) {
      String wanted = run.stream().map(GoRegex::toString).collect(Collectors.joining(" or "));
      throw new UnusableException(
          "--run %s matches no test's name in %s".formatted(wanted, names(files)));
    }
    return tests;
  }

  private static String names(List<PreparedFile> files) {
    return files.size() > 3
        ? files.size() + " files"
        : files.stream().map(f -> f.file().path().toString()).collect(Collectors.joining(", "));
  }

  int jobs() {
    return jobs;
  }
}
