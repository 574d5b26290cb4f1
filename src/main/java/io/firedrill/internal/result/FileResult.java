package io.firedrill.internal.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.firedrill.internal.coverage.TestCoverage;
import io.firedrill.internal.scenario.ScenarioFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * The results of one scenario file's tests.
 *
 * @param path the file, as the user named it
 * @param warnings the warnings about the file and those that it names; empty in records of earlier
 *     versions
 * @param tests the tests that ran, in order
 */
public record FileResult(
    String path,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<WarningResult> warnings,
    List<TestResult> tests) {

  @JsonCreator
  public FileResult {
    warnings = List.copyOf(warnings);
    tests = List.copyOf(tests);
  }

  /** The results of a file without warnings. */
  public FileResult(String path, List<TestResult> tests) {
    this(path, List.of(), tests);
  }

  /** One scenario's result, with the warnings of its file. */
  public static FileResult of(ScenarioFile file, TestResult test) {
    return new FileResult(file.path().toString(), WarningResult.of(file.warnings()), List.of(test));
  }

  public FileResult with(List<TestResult> others) {
    return new FileResult(path, warnings, others);
  }

  /** Merges two results of the same file. */
  FileResult and(FileResult other) {
    return new FileResult(
        path,
        Stream.concat(warnings.stream(), other.warnings.stream()).distinct().toList(),
        Stream.concat(tests.stream(), other.tests.stream()).toList());
  }

  List<TestCoverage> coverage() {
    return tests.stream()
        .flatMap(
            test ->
                test.extras().flatMap(Extras::coverage).stream()
                    .map(covered -> new TestCoverage(place(test) + test.name(), covered)))
        .toList();
  }

  /** The place of a test; drills in Java have no line. */
  private String place(TestResult test) {
    return test.line() == 0 ? path + "  " : path + ":" + test.line() + "  ";
  }
}
