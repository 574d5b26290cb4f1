package io.firedrill.internal.inversion;

import io.firedrill.model.LabelMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The labels that a series has to have, each with the conditions on its value. */
record Needs(Map<String, List<LabelMatcher>> labels) {

  static final Needs NONE = new Needs(Map.of());

  Needs with(Collection<String> names) {
    Map<String, List<LabelMatcher>> copy = new TreeMap<>(labels);
    names.forEach(name -> copy.putIfAbsent(name, List.of()));
    return new Needs(copy);
  }

  Needs with(LabelMatcher matcher) {
    Map<String, List<LabelMatcher>> copy = new TreeMap<>(labels);
    List<LabelMatcher> all = new ArrayList<>(copy.getOrDefault(matcher.name(), List.of()));
    if (!all.contains(matcher)) {
      all.add(matcher);
    }
    copy.put(matcher.name(), all);
    return new Needs(copy);
  }

  Needs and(Needs other) {
    Needs result = with(other.labels.keySet());
    for (List<LabelMatcher> matchers : other.labels.values()) {
      for (LabelMatcher matcher : matchers) {
        result = result.with(matcher);
      }
    }
    return result;
  }

  Needs only(Collection<String> names) {
    Map<String, List<LabelMatcher>> copy = new TreeMap<>(labels);
    copy.keySet().retainAll(names);
    return new Needs(copy);
  }

  Needs without(Collection<String> names) {
    Map<String, List<LabelMatcher>> copy = new TreeMap<>(labels);
    copy.keySet().removeAll(names);
    return new Needs(copy);
  }

  boolean has(String name) {
    return labels.containsKey(name);
  }
}
