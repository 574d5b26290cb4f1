package io.firedrill.internal.mutation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Mutants as lines of text. */
public final class MutationText {

  private static final int TESTS = 5;

  private MutationText() {}

  /** A mutant, with why no test notices it. */
  public static List<String> lines(MutantResult mutant) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-9s%s  %s  %s: %s"
            .formatted(
                mutant.status(),
                mutant.place(),
                mutant.operator(),
                mutant.subject(),
                mutant.change().replaceAll("\\s+", " ")));
    mutant.reason().ifPresent(reason -> lines.add("         exempt: " + reason));
    mutant.noticedBy().ifPresent(test -> lines.add("         noticed by " + test));
    if (mutant.status() == MutantResult.Status.SURVIVED) {
      lines.add("         " + mutant.why());
      mutant.unnoticed().stream()
          .sorted(Comparator.comparing(u -> u.difference().isEmpty()))
          .limit(TESTS)
          .forEach(
              u ->
                  lines.add(
                      "           " + u.test() + u.difference().map(d -> ": " + d).orElse("")));
      if (mutant.unnoticed().size() > TESTS) {
        lines.add("           and " + (mutant.unnoticed().size() - TESTS) + " more");
      }
    }
    return lines;
  }

  /** How many runs were needed. */
  public static String runs(RunCount count) {
    return "%d runs of tests with all their mutants, %d of Alertmanager alone, %d of a test with one"
            .formatted(count.withCopies(), count.alertmanager(), count.alone())
        + " mutant; one by one, they would have been "
        + count.oneByOne();
  }
}
