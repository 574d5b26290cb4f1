package io.firedrill.internal.report;

import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.result.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the page's scripts draw. Times are seconds since the start of their test.
 *
 * @param servers a description of the servers
 * @param tests the tests
 * @param warnings the warnings
 * @param coverage the coverage
 */
record Page(
    String servers,
    List<PageTest> tests,
    List<PageWarning> warnings,
    Optional<CoverageSection> coverage) {

  static Page of(SuiteResult result, Optional<CoverageSection> coverage) {
    List<PageTest> tests = new ArrayList<>();
    for (FileResult file : result.files()) {
      for (TestResult test : file.tests()) {
        tests.add(PageTest.of("t" + (tests.size() + 1), file.path(), test));
      }
    }
    List<PageWarning> warnings = result.warnings().stream().map(PageWarning::of).toList();
    return new Page(result.servers(), tests, warnings, coverage);
  }
}
