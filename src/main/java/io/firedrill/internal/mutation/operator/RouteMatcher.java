package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.model.LabelMatcher;
import java.util.ArrayList;
import java.util.List;

/** A matcher of a route is dropped or negated. */
final class RouteMatcher implements ConfigOperator {

  @Override
  public String name() {
    return "route/matcher";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (RouteNode route : RouteNode.allOf(root)) {
      MatcherLists matchers =
          new MatcherLists(
              route.node(),
              (at, change, to) -> mutations.add(route.mutation(name(), at, change, to)));
      matchers.mapping("match", LabelMatcher.Operator.EQUAL, "matchers");
      matchers.mapping("match_re", LabelMatcher.Operator.MATCHES, "matchers");
      matchers.list("matchers");
    }
    return mutations;
  }
}
