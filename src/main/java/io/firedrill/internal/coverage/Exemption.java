package io.firedrill.internal.coverage;

import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.source.YamlScalar;
import java.util.Map;
import java.util.Set;

/**
 * Something that need not be covered.
 *
 * @param kind the kind of item
 * @param name the name as written in the file of exemptions
 * @param names the names that match
 * @param labels labels that the rule must add; other labels may be anything
 * @param states the exempt states, as written; empty = all
 * @param reason the reason
 */
record Exemption(
    CoverageKind kind,
    YamlScalar name,
    ValueMatcher names,
    Map<String, ValueMatcher> labels,
    Map<CoverageState, YamlScalar> states,
    String reason) {

  boolean matches(CoverageItem item) {
    return item.kind() == kind
        && names.matches(item.name())
        && labels.entrySet().stream()
            .allMatch(e -> e.getValue().matches(item.labels().getOrDefault(e.getKey(), "")));
  }

  boolean isAbout(CoverageState state) {
    return states.isEmpty() || states.containsKey(state);
  }

  Set<CoverageState> listed() {
    return states.keySet();
  }
}
