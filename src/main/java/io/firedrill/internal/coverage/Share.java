package io.firedrill.internal.coverage;

import java.util.Locale;

/**
 * How much is covered.
 *
 * @param covered how many states
 * @param of how many there are, without those that are exempt
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

  /** In tenths of a percent, cut: all of it is only what is all. Of nothing, all is covered. */
  public double percent() {
    return of == 0 ? 100 : Math.floor(covered * 1000.0 / of) / 10;
  }

  /** {@code 98.7 %}. */
  @Override
  public String toString() {
    return of == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", percent());
  }
}
