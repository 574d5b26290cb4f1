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
 * @param servers which servers ran, for people
 * @param files the files, in the order in which they were given, each once
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

  /** The result of these files' tests; a file that comes several times becomes one. */
  public static SuiteResult of(String servers, Stream<FileResult> parts) {
    Map<String, FileResult> files = new LinkedHashMap<>();
    parts.forEach(part -> files.merge(part.path(), part, FileResult::and));
    return new SuiteResult(servers, List.copyOf(files.values()));
  }

  /** Whether every test passed. */
  public boolean passed() {
    return tests().allMatch(test -> test.verdict() == TestVerdict.PASSED);
  }

  /** All files' tests, in order. */
  public Stream<TestResult> tests() {
    return files.stream().flatMap(file -> file.tests().stream());
  }

  /** What is suspicious about files and tests, each once. */
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

  /** What its tests covered, as far as they were watched for it. */
  public List<TestCoverage> coverage() {
    return files.stream().flatMap(file -> file.coverage().stream()).toList();
  }

  /** The same without what differs from run to run, and what only reports show. */
  SuiteResult withoutExtras() {
    return new SuiteResult(
        servers,
        files.stream()
            .map(file -> file.with(file.tests().stream().map(TestResult::withoutExtras).toList()))
            .toList());
  }
}
