package io.firedrill.result;

import io.firedrill.coverage.TestCoverage;
import java.util.List;

/**
 * The results of one scenario file's tests.
 *
 * @param path the file, as the user named it
 * @param tests the tests that ran, in order
 */
public record FileResult(String path, List<TestResult> tests) {

  public FileResult {
    tests = List.copyOf(tests);
  }

  List<TestCoverage> coverage() {
    return tests.stream()
        .flatMap(
            test ->
                test.extras().flatMap(Extras::coverage).stream()
                    .map(covered -> new TestCoverage(place(test) + test.name(), covered)))
        .toList();
  }

  /** A drill in Java has no line. */
  private String place(TestResult test) {
    return test.line() == 0 ? path + "  " : path + ":" + test.line() + "  ";
  }
}
