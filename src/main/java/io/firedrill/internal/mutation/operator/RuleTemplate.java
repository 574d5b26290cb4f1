package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A label or an annotation lacks a value that its template prints. */
final class RuleTemplate implements RuleOperator {

  @Override
  public String name() {
    return "rule/template";
  }

  @Override
  public List<Mutation> mutations(Rule rule, List<Rule> all) {
    List<Mutation> mutations = new ArrayList<>();
    for (String key : List.of("labels", "annotations")) {
      if (rule.node().get(key).orElse(null) instanceof YamlMapping texts) {
        for (YamlMapping.Entry entry : texts.entries()) {
          if (entry.value() instanceof YamlScalar text) {
            mutations.addAll(mutations(rule, key, texts, entry.key().text(), text));
          }
        }
      }
    }
    return mutations;
  }

  private List<Mutation> mutations(
      Rule rule, String key, YamlMapping texts, String name, YamlScalar text) {
    return TemplateActions.without(text.text()).stream()
        .map(
            v ->
                new Mutation(
                    name(),
                    RuleText.subject(rule),
                    text.positionAt(v.at()),
                    v.action() + " is dropped from " + name,
                    new Edit.OfNode(
                        rule.node(),
                        Optional.of(
                            rule.node().with(key, texts.with(name, YamlScalar.quoted(v.text())))))))
        .toList();
  }
}
