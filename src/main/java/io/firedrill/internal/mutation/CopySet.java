package io.firedrill.internal.mutation;

import io.firedrill.internal.prometheus.Rule;
import java.util.List;
import java.util.Set;

/**
 * The copies of rules that show what a mutant does.
 *
 * @param mutant the mutant
 * @param suffix the suffix of its copies
 * @param alerts the names of the alerts that it may change
 * @param metrics the names of the recorded metrics that it may change
 * @param suffixes the suffixes of copies whose alerts it raises: its own, and those of unchanged
 *     copies of rules with the same name
 * @param rules the rules of the test, with the mistake
 */
record CopySet(
    Mutant mutant,
    String suffix,
    Set<String> alerts,
    Set<String> metrics,
    Set<String> suffixes,
    List<Rule> rules) {

  CopySet {
    alerts = Set.copyOf(alerts);
    metrics = Set.copyOf(metrics);
    suffixes = Set.copyOf(suffixes);
    rules = List.copyOf(rules);
  }
}
