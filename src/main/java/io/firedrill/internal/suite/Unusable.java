package io.firedrill.internal.suite;

import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.scenario.BrokenTest;
import io.firedrill.internal.source.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * A file or a test that cannot be run because it is invalid.
 *
 * @param file the scenario file
 * @param test the test's name, or a phrase for a whole file
 * @param line the line of the test, or of the first error in the file
 * @param problems the errors, at least one
 */
public record Unusable(Path file, String test, int line, List<Problem> problems) {

  /** The test name in results for a file without valid tests: the claim that failed. */
  private static final String FILE = "the file can be used";

  /** A file with these problems. */
  public static Unusable of(Path file, List<Problem> problems) {
    boolean own = problems.get(0).position().file().equals(file);
    return new Unusable(file, FILE, own ? problems.get(0).position().line() : 1, problems);
  }

  /** A test of a file. */
  public static Unusable of(Path file, BrokenTest test) {
    return new Unusable(file, test.name(), test.position().line(), test.problems());
  }

  boolean isFile() {
    return test.equals(FILE);
  }

  /** The result as data, with this test as the only one of its file. */
  public FileResult recorded() {
    return new FileResult(file.toString(), List.of(TestResult.unusable(test, line, problems)));
  }
}
