package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Located;
import java.time.Duration;
import java.util.List;

/**
 * How the tests of a scenario file are evaluated and judged.
 *
 * @param evaluationInterval the time from one evaluation to the next, in virtual time
 * @param groupEvalOrder group names in their order of evaluation, without duplicates
 * @param fuzzyCompare whether sample values one ULP apart count as equal
 * @param strict whether unclaimed notifications and unmentioned firing alerts fail a test
 * @param usesFiredrillKeys whether the file uses keys that promtool refuses
 */
public record FileOptions(
    Duration evaluationInterval,
    List<Located<String>> groupEvalOrder,
    boolean fuzzyCompare,
    boolean strict,
    boolean usesFiredrillKeys) {

  public FileOptions {
    groupEvalOrder = List.copyOf(groupEvalOrder);
  }

  /** The same without {@code strict}. */
  public FileOptions notStrict() {
    return new FileOptions(
        evaluationInterval, groupEvalOrder, fuzzyCompare, false, usesFiredrillKeys);
  }
}
