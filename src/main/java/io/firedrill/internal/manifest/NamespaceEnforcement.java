package io.firedrill.internal.manifest;

import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Modifiers;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.VectorSelector;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The operator's {@code enforcedNamespaceLabel}: each rule gets the label with the namespace of its
 * manifest, and each selector of its expression requires it, instead of its own matchers for this
 * label.
 *
 * @param label the name of the label
 * @param namespace the namespace of the manifest
 */
record NamespaceEnforcement(String label, String namespace) {

  /** The spec of a PrometheusRule with the label. */
  YamlNode applied(YamlNode spec) {
    return each(spec, "groups", group -> each(group, "rules", this::rule));
  }

  private interface Change {
    YamlNode of(YamlNode node);
  }

  private static YamlNode each(YamlNode node, String key, Change change) {
    return node instanceof YamlMapping mapping
            && mapping.get(key).orElse(null) instanceof YamlSequence list
        ? mapping.with(key, list.withItems(list.items().stream().map(change::of).toList()))
        : node;
  }

  private YamlNode rule(YamlNode node) {
    if (!(node instanceof YamlMapping rule)) {
      return node;
    }
    YamlNode labels = rule.get("labels").orElse(YamlScalar.plain("null"));
    YamlMapping own =
        labels instanceof YamlMapping mapping
            ? mapping
            : new YamlMapping(rule.position(), List.of());
    YamlMapping labelled =
        labels instanceof YamlMapping || labels.isNull()
            ? rule.with("labels", own.with(label, YamlScalar.quoted(namespace)))
            : rule;
    return rule.get("expr").orElse(null) instanceof YamlScalar expr
        ? labelled.with("expr", expression(expr))
        : labelled;
  }

  /** An expression with the matcher; one that is invalid is left to the server. */
  private YamlScalar expression(YamlScalar scalar) {
    Optional<Expr> expr = Promql.tryParse(scalar.text());
    return expr.map(e -> expression(scalar, e)).orElse(scalar);
  }

  private YamlScalar expression(YamlScalar scalar, Expr expr) {
    String text = scalar.text();
    StringBuilder changed = new StringBuilder();
    TreeMap<Integer, Integer> offsets = new TreeMap<>();
    int done = 0;
    for (Selector selector : selectors(expr)) {
      int start = selector.span().start();
      changed.append(text, done, start);
      offsets.put(changed.length(), start);
      changed.append(enforced(selector).seriesText());
      done = endOfSeries(text, selector);
      offsets.put(changed.length(), done);
    }
    changed.append(text, done, text.length());
    offsets.put(0, offsets.getOrDefault(0, 0));
    return scalar.rewritten(
        changed.toString(),
        offset -> {
          int from = offsets.floorKey(offset);
          Integer next = offsets.higherKey(from);
          int most = next == null ? text.length() : offsets.get(next);
          return Math.min(most, offsets.get(from) + offset - from);
        });
  }

  private static List<Selector> selectors(Expr expr) {
    return expr.all().stream()
        .filter(Selector.class::isInstance)
        .map(Selector.class::cast)
        .sorted(Comparator.comparingInt(s -> s.span().start()))
        .toList();
  }

  private Selector enforced(Selector selector) {
    List<LabelMatcher> matchers = new ArrayList<>(selector.matchers());
    matchers.removeIf(m -> m.name().equals(label));
    int last = selector.name().isEmpty() ? matchers.size() : matchers.size() - 1;
    matchers.add(last, new LabelMatcher(label, Operator.EQUAL, namespace));
    return new VectorSelector(selector.name(), matchers, Modifiers.NONE, selector.span());
  }

  /** The end of a selector's name and braces, before its range and its modifiers. */
  private static int endOfSeries(String text, Selector selector) {
    int nameEnd = selector.span().start() + selector.name().length();
    int at = nameEnd;
    while (at < selector.span().end() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at >= selector.span().end() || text.charAt(at) != '{') {
      return nameEnd;
    }
    char quote = 0;
    for (; at < selector.span().end(); at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        if (c == '\\' && quote != '`') {
          at++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (c == '}') {
        return at + 1;
      }
    }
    return at;
  }
}
