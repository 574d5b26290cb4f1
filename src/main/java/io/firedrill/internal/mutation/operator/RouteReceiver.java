package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A route has another receiver: the one above, or another one of the file. */
final class RouteReceiver implements ConfigOperator {

  private static final String KEY = "receiver";

  @Override
  public String name() {
    return "route/receiver";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (RouteNode route : RouteNode.allOf(root)) {
      Optional<YamlScalar> own = Nodes.scalar(route.node(), KEY);
      Optional<String> other =
          route
              .parent()
              .map(RouteNode::receiver)
              .filter(name -> !name.equals(route.receiver()))
              .or(
                  () ->
                      Nodes.mappings(root, "receivers").stream()
                          .map(receiver -> Nodes.text(receiver, "name"))
                          .filter(name -> !name.isEmpty() && !name.equals(route.receiver()))
                          .findFirst());
      if (own.isPresent() && other.isPresent()) {
        mutations.add(
            route.mutation(
                name(),
                own.get(),
                "receiver %s becomes %s".formatted(route.receiver(), other.get()),
                route.node().with(KEY, YamlScalar.quoted(other.get()))));
      }
    }
    return mutations;
  }
}
