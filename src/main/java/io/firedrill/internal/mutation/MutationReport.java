package io.firedrill.internal.mutation;

import io.firedrill.internal.mutation.MutantResult.TestName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The result of a run over mutants.
 *
 * @param servers a description of the servers
 * @param mutants the mutants, in the order of files and lines
 * @param failing the tests that fail without a mistake, which were not used
 * @param count how many runs were needed
 */
public record MutationReport(
    String servers, List<MutantResult> mutants, List<TestName> failing, RunCount count) {

  public MutationReport {
    mutants = List.copyOf(mutants);
    failing = List.copyOf(failing);
  }

  /**
   * The report of a run.
   *
   * @param exempt the mutants that were not run, with the reasons
   */
  public static MutationReport of(
      String servers, MutationRun.Result result, Map<Mutant, String> exempt) {
    return new MutationReport(
        servers,
        Stream.concat(
                result.verdicts().stream().map(MutantResult::of),
                exempt.entrySet().stream().map(e -> MutantResult.exempt(e.getKey(), e.getValue())))
            .sorted(ORDER)
            .toList(),
        result.failing().stream().map(TestName::of).toList(),
        result.count());
  }

  private static final Comparator<MutantResult> ORDER =
      Comparator.comparing(MutantResult::file)
          .thenComparing(MutantResult::line)
          .thenComparing(MutantResult::column)
          .thenComparing(MutantResult::operator)
          .thenComparing(MutantResult::change);

  /** Several parts of one run, together. */
  public static MutationReport merged(List<MutationReport> parts) {
    return new MutationReport(
        parts.get(0).servers(),
        parts.stream().flatMap(part -> part.mutants().stream()).sorted(ORDER).toList(),
        parts.stream().flatMap(part -> part.failing().stream()).distinct().toList(),
        parts.stream().map(MutationReport::count).reduce(RunCount::plus).orElseThrow());
  }

  /** The mutants with this status. */
  public List<MutantResult> of(MutantResult.Status status) {
    return mutants.stream().filter(m -> m.status() == status).toList();
  }

  /** The share of noticed mutants in percent, rounded down to tenths; 100 without mutants. */
  public double score() {
    int noticed = of(MutantResult.Status.NOTICED).size();
    int all = noticed + of(MutantResult.Status.SURVIVED).size();
    return all == 0 ? 100 : Math.floor(noticed * 1000.0 / all) / 10;
  }

  /** The numbers in one line. */
  public String summary() {
    int noticed = of(MutantResult.Status.NOTICED).size();
    int survived = of(MutantResult.Status.SURVIVED).size();
    int exempt = of(MutantResult.Status.EXEMPT).size();
    int refused = of(MutantResult.Status.REFUSED).size();
    return "%s: %d noticed, %d survived%s%s; score: %s"
        .formatted(
            mutants.size() == 1 ? "1 mutant" : mutants.size() + " mutants",
            noticed,
            survived,
            exempt > 0 ? ", " + exempt + " exempt" : "",
            refused > 0 ? ", " + refused + " refused by the servers" : "",
            noticed + survived == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", score()));
  }
}
