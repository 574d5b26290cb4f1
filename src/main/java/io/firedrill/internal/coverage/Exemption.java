package io.firedrill.internal.coverage;

import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.source.YamlScalar;
import java.util.Map;
import java.util.Set;

/**
 * What need not be covered.
 *
 * @param kind what it is
 * @param name its name as written in the file of exemptions
 * @param names what its name has to be
 * @param labels what of a rule's labels has to be; others may be anything
 * @param states which states, as written; none = all
 * @param reason why
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
