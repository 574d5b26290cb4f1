package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges both of what may happen where a group's first flush is at one of two instants. */
public final class Uncertainty {

  private Uncertainty() {}

  /**
   * The failures of {@link Verdict}, and those of expectations that hold only because the group was
   * flushed at the one instant, or would hold at the other.
   */
  public static List<Failure> failures(
      ScenarioFile file,
      Scenario scenario,
      Observed observed,
      List<Failure> failures,
      List<UncertainFlush> uncertain) {
    List<Failure> all = new ArrayList<>(failures);
    for (UncertainFlush flush : uncertain) {
      Observed other = observed.with(flush.other(observed.timeline()));
      judge(flush, observed, failures, Verdict.failures(file, scenario, other), all);
    }
    return List.copyOf(all);
  }

  private static void judge(
      UncertainFlush flush,
      Observed observed,
      List<Failure> here,
      List<Failure> there,
      List<Failure> all) {
    Map<Object, Failure> observedOnes = byExpectation(here);
    Map<Object, Failure> others = byExpectation(there);
    boolean atOnce = flush.isAtOnce(observed.timeline());
    List<String> instants = flush.instants(observed.timeline().start());
    String met = instants.get(atOnce ? 0 : 1);
    String unmet = instants.get(atOnce ? 1 : 0);
    others.forEach(
        (key, failure) -> {
          if (!observedOnes.containsKey(key)) {
            all.add(oneSided(flush, observed, failure, unmet, met));
          }
        });
    observedOnes.forEach(
        (key, failure) -> {
          if (!others.containsKey(key)) {
            all.remove(failure);
            all.add(oneSided(flush, observed, failure, met, unmet));
          }
        });
  }

  private static Map<Object, Failure> byExpectation(List<Failure> failures) {
    return failures.stream()
        .collect(
            Collectors.toMap(
                f -> List.of(f.kind(), f.position()), f -> f, (a, b) -> a, LinkedHashMap::new));
  }

  private static Failure oneSided(
      UncertainFlush flush, Observed observed, Failure failure, String fails, String holds) {
    String summary =
        "holds in only one of two cases: Alertmanager first flushes "
            + flush.text(observed.timeline().start());
    FailureText text =
        new FailureText(failure.position() + ": " + summary)
            .line("at " + holds + ": holds")
            .line("at " + fails + ": " + failure.summary())
            .hint(
                "expect a window that contains both, or let the group's alerts start at the same time");
    return new Failure(failure.kind(), failure.position(), summary, text.text());
  }
}
