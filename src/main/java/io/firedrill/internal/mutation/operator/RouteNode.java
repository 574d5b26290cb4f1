package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A route of a configuration.
 *
 * @param node the route
 * @param receiver its own or inherited receiver
 * @param parent the route above; empty for the root
 * @param last whether no sibling follows
 */
record RouteNode(YamlMapping node, String receiver, Optional<RouteNode> parent, boolean last) {

  static final List<String> MATCHERS = List.of("match", "match_re", "matchers");

  /** All routes, parents first. */
  static List<RouteNode> allOf(YamlMapping root) {
    List<RouteNode> all = new ArrayList<>();
    Nodes.mapping(root, "route")
        .ifPresent(
            route ->
                add(
                    new RouteNode(route, Nodes.text(route, "receiver"), Optional.empty(), true),
                    all));
    return all;
  }

  private static void add(RouteNode route, List<RouteNode> all) {
    all.add(route);
    List<YamlMapping> children = Nodes.mappings(route.node, "routes");
    for (int i = 0; i < children.size(); i++) {
      YamlMapping child = children.get(i);
      String own = Nodes.text(child, "receiver");
      add(
          new RouteNode(
              child,
              own.isEmpty() ? route.receiver : own,
              Optional.of(route),
              i == children.size() - 1),
          all);
    }
  }

  /** Its name in messages. */
  String subject() {
    String matchers = MatcherLists.text(node, MATCHERS);
    return parent.isEmpty() ? "the root route" : "route " + matchers + " to " + receiver;
  }

  Mutation mutation(String operator, YamlNode at, String change, YamlMapping to) {
    return new Mutation(operator, subject(), at.position(), change, Nodes.replaced(node, to));
  }
}
