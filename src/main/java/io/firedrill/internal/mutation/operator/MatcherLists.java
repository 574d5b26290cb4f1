package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.series.MatcherNotation;
import io.firedrill.internal.series.SeriesSyntaxException;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlText;
import io.firedrill.model.LabelMatcher;
import java.util.ArrayList;
import java.util.List;

/** The matchers of a route or an inhibition rule, in any notation. */
final class MatcherLists {

  /** Adds a mutation: where, how, and the changed mapping. */
  interface Found {
    /** A matcher is changed. */
    void add(YamlNode at, String change, YamlMapping to);
  }

  private final YamlMapping node;
  private final Found found;

  MatcherLists(YamlMapping node, Found found) {
    this.node = node;
    this.found = found;
  }

  /** The matchers of some keys in braces, for messages. */
  static String text(YamlMapping node, List<String> keys) {
    List<String> texts = new ArrayList<>();
    for (String key : keys) {
      Nodes.scalars(node, key).forEach(item -> texts.add(item.text()));
      String sign = key.endsWith("_re") ? "=~" : "=";
      for (YamlMapping.Entry entry :
          Nodes.mapping(node, key).map(YamlMapping::entries).orElse(List.of())) {
        if (entry.value() instanceof YamlScalar value) {
          texts.add(entry.key().text() + sign + YamlText.quoted(value.text()));
        }
      }
    }
    return "{" + String.join(", ", texts) + "}";
  }

  /** Each matcher of a list in Alertmanager's notation, dropped and negated. */
  void list(String key) {
    for (YamlScalar item : Nodes.scalars(node, key)) {
      List<LabelMatcher> matchers = parse(item.text());
      for (int i = 0; i < matchers.size(); i++) {
        LabelMatcher matcher = matchers.get(i);
        LabelMatcher negated = Matchers.negated(matcher);
        found.add(
            item, matcher + " becomes " + negated, with(key, item, matchers, i, List.of(negated)));
        found.add(item, matcher + " is dropped", with(key, item, matchers, i, List.of()));
      }
    }
  }

  private YamlMapping with(
      String key, YamlScalar item, List<LabelMatcher> all, int index, List<LabelMatcher> by) {
    List<YamlNode> changed = new ArrayList<>();
    for (YamlNode other : Nodes.list(node, key).orElseThrow().items()) {
      if (other != item) {
        changed.add(other);
        continue;
      }
      List<LabelMatcher> some = new ArrayList<>(all);
      some.remove(index);
      some.addAll(index, by);
      some.forEach(matcher -> changed.add(YamlScalar.quoted(matcher.toString())));
    }
    return changed.isEmpty()
        ? node.without(key)
        : node.with(key, Nodes.list(node, key).orElseThrow().withItems(changed));
  }

  /** Each entry of a mapping from labels to values, dropped and negated. */
  void mapping(String key, LabelMatcher.Operator operator, String listKey) {
    for (YamlMapping.Entry entry :
        Nodes.mapping(node, key).map(YamlMapping::entries).orElse(List.of())) {
      if (!(entry.value() instanceof YamlScalar value)) {
        continue;
      }
      LabelMatcher matcher = new LabelMatcher(entry.key().text(), operator, value.text());
      LabelMatcher negated = Matchers.negated(matcher);
      YamlMapping rest = Nodes.mapping(node, key).orElseThrow().without(entry.key().text());
      YamlMapping without = rest.entries().isEmpty() ? node.without(key) : node.with(key, rest);
      List<YamlNode> items = new ArrayList<>();
      Nodes.list(without, listKey).ifPresent(list -> items.addAll(list.items()));
      items.add(YamlScalar.quoted(negated.toString()));
      found.add(
          entry.key(),
          matcher + " becomes " + negated,
          without.with(listKey, new YamlSequence(node.position(), items)));
      found.add(entry.key(), matcher + " is dropped", without);
    }
  }

  private static List<LabelMatcher> parse(String text) {
    try {
      return MatcherNotation.parse(text);
    } catch (SeriesSyntaxException e) {
      return List.of(); // Alertmanager may understand it, but then nothing is known about it.
    }
  }
}
