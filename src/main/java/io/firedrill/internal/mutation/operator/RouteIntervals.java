package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** A time interval of a route is dropped, or mutes where it should activate. */
final class RouteIntervals implements ConfigOperator {

  private static final String MUTE = "mute_time_intervals";
  private static final String ACTIVE = "active_time_intervals";

  @Override
  public String name() {
    return "route/time_interval";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (RouteNode route : RouteNode.allOf(root)) {
      for (String key : List.of(MUTE, ACTIVE)) {
        for (YamlScalar interval : Nodes.scalars(route.node(), key)) {
          mutations.add(
              route.mutation(
                  name(),
                  interval,
                  "%s is dropped from %s".formatted(interval.text(), key),
                  Nodes.withoutItem(route.node(), key, interval)));
        }
        String other = key.equals(MUTE) ? ACTIVE : MUTE;
        if (route.node().get(key).isPresent() && route.node().get(other).isEmpty()) {
          mutations.add(
              route.mutation(
                  name(),
                  route.node().key(key).orElseThrow(),
                  key + " becomes " + other,
                  route.node().without(key).with(other, route.node().get(key).orElseThrow())));
        }
      }
    }
    return mutations;
  }
}
