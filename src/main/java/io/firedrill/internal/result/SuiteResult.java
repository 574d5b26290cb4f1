package io.firedrill.internal.result;

import io.firedrill.internal.coverage.TestCoverage;
import io.firedrill.internal.verdict.ScenarioResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The result of a run over scenario files.
 *
 * @param servers a description of the servers
 * @param files the files, in the given order, each once
 */
public record SuiteResult(String servers, List<FileResult> files) {

  public SuiteResult {
    files = List.copyOf(files);
  }

  /** The result of these tests, grouped by file. */
  public static SuiteResult of(String servers, List<ScenarioResult> results) {
    return of(
        servers,
        results.stream().map(result -> FileResult.of(result.file(), TestResult.of(result))));
  }

  /** The result of the tests of files; merges results of the same file. */
  public static SuiteResult of(String servers, Stream<FileResult> parts) {
    Map<String, FileResult> files = new LinkedHashMap<>();
    parts.forEach(part -> files.merge(part.path(), part, FileResult::and));
    return new SuiteResult(servers, List.copyOf(files.values()));
  }

  /** Whether every test passed. */
  public boolean passed() {
    return tests().allMatch(test -> test.verdict() == TestVerdict.PASSED);
  }

  /** The tests of all files, in order. */
  public Stream<TestResult> tests() {
    return files.stream().flatMap(file -> file.tests().stream());
  }

  /** The warnings about files and tests, each once. */
  public List<WarningResult> warnings() {
    return files.stream()
        .flatMap(
            file ->
                Stream.concat(
                    file.warnings().stream(),
                    file.tests().stream().flatMap(test -> test.warnings().stream())))
        .distinct()
        .toList();
  }

  /** The coverage of the tests for which it was recorded. */
  public List<TestCoverage> coverage() {
    return files.stream().flatMap(file -> file.coverage().stream()).toList();
  }

  /** The same without data that differs from run to run or that only reports need. */
  SuiteResult withoutExtras() {
    return new SuiteResult(
        servers,
        files.stream()
            .map(file -> file.with(file.tests().stream().map(TestResult::withoutExtras).toList()))
            .toList());
  }
}
