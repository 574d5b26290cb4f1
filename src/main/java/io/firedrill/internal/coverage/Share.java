package io.firedrill.internal.coverage;

import java.util.Locale;

/**
 * A covered share.
 *
 * @param covered the number of covered states
 * @param of the number of all states, without exempt ones
 */
public record Share(int covered, int of) {

  static Share of(Iterable<CoverageLine> lines) {
    int covered = 0;
    int all = 0;
    for (CoverageLine line : lines) {
      int exempt = (int) line.uncovered().stream().filter(line.exempt()::containsKey).count();
      all += line.tests().size() - exempt;
      covered += line.tests().size() - line.uncovered().size();
    }
    return new Share(covered, all);
  }

  /**
   * The percentage, rounded down to tenths: only full coverage is 100. Without any state it is 100,
   * too.
   */
  public double percent() {
    return of == 0 ? 100 : Math.floor(covered * 1000.0 / of) / 10;
  }

  /** {@code 98.7 %}. */
  @Override
  public String toString() {
    return of == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", percent());
  }
}
