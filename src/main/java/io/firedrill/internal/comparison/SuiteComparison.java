package io.firedrill.internal.comparison;

import io.firedrill.internal.comparison.ComparedTest.Extent;
import io.firedrill.internal.result.WarningResult;
import io.firedrill.internal.verdict.Counts;
import java.util.List;

/**
 * Many tests under two versions of the rules and routes.
 *
 * @param servers a description of the servers; empty if nothing was run
 * @param base the name of the base version
 * @param head the name of the head version
 * @param tests the tests, in the order of their files
 * @param warnings the warnings of the runs
 */
public record SuiteComparison(
    String servers,
    String base,
    String head,
    List<ComparedTest> tests,
    List<WarningResult> warnings) {

  public SuiteComparison {
    tests = List.copyOf(tests);
    warnings = List.copyOf(warnings);
  }

  /** The number of alerts, notifications and failing rules that differ. */
  public int differences() {
    return tests.stream().mapToInt(test -> test.comparison().all().size()).sum();
  }

  /** The tests with differences. */
  public List<ComparedTest> differing() {
    return tests.stream().filter(test -> !test.comparison().isEmpty()).toList();
  }

  /** {@code 3 differences in 1 of 7 tests}, {@code no differences in 7 tests}. */
  public String summary() {
    int all = tests.size();
    String found =
        differing().isEmpty()
            ? "no differences in " + Counts.of(all, "test")
            : Counts.of(differences(), "difference")
                + " in "
                + (all == 1 ? "1 test" : differing().size() + " of " + all + " tests");
    long same = tests.stream().filter(test -> test.extent() == Extent.UNCHANGED).count();
    return found + (same == 0 ? "" : "; " + same + " unchanged, not run");
  }
}
