package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import java.util.List;

/** A route is missing. */
final class RouteRemoved implements ConfigOperator {

  @Override
  public String name() {
    return "route/removed";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    return RouteNode.allOf(root).stream()
        .filter(route -> route.parent().isPresent())
        .map(
            route ->
                new Mutation(
                    name(),
                    route.subject(),
                    route.node().position(),
                    "the route is removed",
                    Nodes.removed(route.node())))
        .toList();
  }
}
