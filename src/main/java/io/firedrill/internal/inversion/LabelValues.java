package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.source.GoRegex;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Chooses values of labels: the same value of a label for all selectors whose conditions allow it,
 * so that joins match.
 */
final class LabelValues {

  private static final String FALLBACK_METRIC = "metric";

  private final LabelPass pass;
  private final Map<String, String> common = new TreeMap<>();
  private final Set<String> problems = new LinkedHashSet<>();

  LabelValues(LabelPass pass) {
    this.pass = pass;
  }

  /** The series of each selector. */
  Map<Site, Labels> series() {
    Map<Site, Map<String, String>> values = new LinkedHashMap<>();
    pass.leaves().keySet().forEach(site -> values.put(site, new TreeMap<>()));
    for (String name : inOrder()) {
      choose(name, values);
    }
    values.forEach((site, own) -> own.put(Labels.METRIC_NAME, metric(pass.leaves().get(site))));
    separate(values);
    Map<Site, Labels> series = new LinkedHashMap<>();
    values.forEach((site, own) -> series.put(site, Labels.copyOf(own)));
    return series;
  }

  /** What no value satisfies. */
  Set<String> problems() {
    return problems;
  }

  /** Labels that are made of others come last. */
  private List<String> inOrder() {
    List<String> names = new ArrayList<>(new TreeSet<>(pass.names()));
    List<String> targets = pass.derived().stream().map(DerivedLabel::target).toList();
    names.sort(Comparator.comparingInt(name -> targets.contains(name) ? 1 : 0));
    return names;
  }

  private void choose(String name, Map<Site, Map<String, String>> values) {
    List<Leaf> leaves = new ArrayList<>();
    for (Leaf leaf : pass.leaves().values()) {
      if (leaf.needs().has(name)) {
        leaves.add(leaf);
      }
    }
    List<String> candidates = candidates(name, leaves);
    candidates.sort(
        Comparator.comparingLong(
            value -> -leaves.stream().filter(leaf -> allows(leaf, name, value)).count()));
    for (Leaf leaf : leaves) {
      Optional<String> chosen =
          candidates.stream().filter(value -> allows(leaf, name, value)).findFirst();
      if (chosen.isPresent()) {
        values.get(leaf.site()).put(name, chosen.get());
        common.putIfAbsent(name, chosen.get());
      } else if (!allows(leaf, name, "")) {
        problems.add(
            "no value of the label "
                + name
                + " satisfies "
                + String.join(
                    ", ", leaf.needs().labels().get(name).stream().map(String::valueOf).toList()));
      }
    }
  }

  private List<String> candidates(String name, List<Leaf> leaves) {
    Set<String> found = new LinkedHashSet<>();
    for (DerivedLabel label : pass.derived()) {
      if (label.target().equals(name)) {
        label.value(common).filter(v -> !v.isEmpty()).ifPresent(found::add);
      }
    }
    Set<String> examples = new LinkedHashSet<>();
    Set<String> usual = new LinkedHashSet<>();
    for (Leaf leaf : leaves) {
      for (LabelMatcher matcher : leaf.needs().labels().get(name)) {
        if (matcher.operator() == Operator.EQUAL && !matcher.value().isEmpty()) {
          found.add(matcher.value());
        } else if (matcher.operator() == Operator.MATCHES) {
          examples.addAll(RegexExamples.of(matcher.value()));
        }
      }
      usual.addAll(UsualValues.of(name, metric(leaf)));
    }
    found.addAll(usual);
    found.addAll(examples);
    for (String value : usual) {
      found.add(value + "-other");
    }
    found.add("other");
    found.remove("");
    return new ArrayList<>(found);
  }

  private static boolean allows(Leaf leaf, String name, String value) {
    Labels labels = Labels.empty().with(name, value);
    for (LabelMatcher matcher : leaf.needs().labels().get(name)) {
      if (!matches(matcher, labels)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(LabelMatcher matcher, Labels labels) {
    try {
      return SelectedSeries.matches(matcher, labels);
    } catch (GoRegex.BadRegexException e) {
      return false;
    }
  }

  /** The metric of a selector; of a condition on its name, one that satisfies it. */
  static String metric(Leaf leaf) {
    Selector selector = leaf.selector();
    if (selector.metric().isPresent()) {
      return selector.metric().get();
    }
    for (LabelMatcher matcher : selector.matchers()) {
      if (matcher.name().equals(Labels.METRIC_NAME) && matcher.operator() == Operator.MATCHES) {
        for (String name : RegexExamples.of(matcher.value())) {
          if (!name.isEmpty()) {
            return name;
          }
        }
      }
    }
    return FALLBACK_METRIC;
  }

  /**
   * Gives series of a general selector a label with another value than those of a more specific
   * selector of the same metric: {@code code="200"} beside {@code code=~"5.."}.
   */
  private void separate(Map<Site, Map<String, String>> values) {
    for (Leaf general : pass.leaves().values()) {
      Map<String, String> own = values.get(general.site());
      for (Leaf specific : pass.leaves().values()) {
        Map<String, String> other = values.get(specific.site());
        if (general.isAggregated()
            && metric(general).equals(metric(specific))
            && !own.equals(other)) {
          specific.needs().labels().forEach((name, matchers) -> add(name, matchers, general, own));
        }
      }
    }
  }

  private static void add(
      String name, List<LabelMatcher> matchers, Leaf general, Map<String, String> own) {
    if (own.containsKey(name) || general.needs().has(name) || matchers.isEmpty()) {
      return;
    }
    for (String value : UsualValues.of(name, metric(general))) {
      Labels labels = Labels.empty().with(name, value);
      boolean apart = matchers.stream().anyMatch(m -> !matches(m, labels));
      boolean allowed =
          general.selector().matchers().stream()
              .filter(m -> m.name().equals(name))
              .allMatch(m -> matches(m, labels));
      if (apart && allowed) {
        own.put(name, value);
        return;
      }
    }
  }
}
