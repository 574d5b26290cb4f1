package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** {@code continue} is set or missing. */
final class RouteContinue implements ConfigOperator {

  private static final String KEY = "continue";

  @Override
  public String name() {
    return "route/continue";
  }

  /** After the last route there is nothing to continue with. */
  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (RouteNode route : RouteNode.allOf(root)) {
      if (route.parent().isPresent() && !route.last()) {
        boolean set = Nodes.isTrue(route.node(), KEY);
        mutations.add(
            route.mutation(
                name(),
                set ? route.node().key(KEY).orElseThrow() : route.node(),
                set ? "continue: true is dropped" : "continue: true is added",
                set
                    ? route.node().without(KEY)
                    : route.node().with(KEY, YamlScalar.plain("true"))));
      }
    }
    return mutations;
  }
}
