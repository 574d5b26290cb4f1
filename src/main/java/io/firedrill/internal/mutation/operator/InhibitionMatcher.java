package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.model.LabelMatcher;
import java.util.ArrayList;
import java.util.List;

/** A matcher of an inhibition rule is dropped or negated. */
final class InhibitionMatcher implements ConfigOperator {

  @Override
  public String name() {
    return "inhibition/matcher";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (YamlMapping rule : InhibitionNodes.of(root)) {
      MatcherLists matchers =
          new MatcherLists(
              rule,
              (at, change, to) ->
                  mutations.add(
                      new Mutation(
                          name(),
                          InhibitionNodes.subject(rule),
                          at.position(),
                          change,
                          Nodes.replaced(rule, to))));
      for (String side : List.of("source", "target")) {
        matchers.mapping(side + "_match", LabelMatcher.Operator.EQUAL, side + "_matchers");
        matchers.mapping(side + "_match_re", LabelMatcher.Operator.MATCHES, side + "_matchers");
        matchers.list(side + "_matchers");
      }
    }
    return mutations;
  }
}
