package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code group_wait}, {@code group_interval} or {@code repeat_interval} is twice or half as long.
 */
final class RouteTiming implements ConfigOperator {

  private final String key;

  RouteTiming(String key) {
    this.key = key;
  }

  @Override
  public String name() {
    return "route/" + key;
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (RouteNode route : RouteNode.allOf(root)) {
      Optional<YamlScalar> value = Nodes.scalar(route.node(), key);
      Optional<Duration> length = value.flatMap(v -> PrometheusDuration.parse(v.text()));
      if (length.isEmpty()) {
        continue;
      }
      List<Duration> others =
          length.get().isZero()
              ? List.of(Duration.ofSeconds(30))
              : List.of(length.get().multipliedBy(2), length.get().dividedBy(2));
      for (Duration other : others) {
        String text = PrometheusDuration.format(other);
        mutations.add(
            route.mutation(
                name(),
                value.get(),
                "%s: %s becomes %s".formatted(key, value.get().text(), text),
                route.node().with(key, YamlScalar.plain(text))));
      }
    }
    return mutations;
  }
}
