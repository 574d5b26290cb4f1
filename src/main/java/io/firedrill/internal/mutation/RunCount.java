package io.firedrill.internal.mutation;

/**
 * How many runs were needed.
 *
 * @param tests the tests
 * @param withCopies runs of a test with the copies of many mutants
 * @param alertmanager runs of only Alertmanager
 * @param alone runs of a test with one mutant
 * @param oneByOne how many runs of a test with one mutant would have been needed at least
 */
public record RunCount(int tests, int withCopies, int alertmanager, int alone, int oneByOne) {

  /** The sum of both. */
  public RunCount plus(RunCount other) {
    return new RunCount(
        tests + other.tests,
        withCopies + other.withCopies,
        alertmanager + other.alertmanager,
        alone + other.alone,
        oneByOne + other.oneByOne);
  }
}
