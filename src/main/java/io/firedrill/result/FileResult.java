package io.firedrill.result;

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
}
