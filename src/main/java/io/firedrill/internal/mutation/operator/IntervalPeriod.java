package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import java.util.ArrayList;
import java.util.List;

/** A period is missing in a time interval. */
final class IntervalPeriod implements ConfigOperator {

  @Override
  public String name() {
    return "interval/period";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (YamlMapping interval : IntervalNodes.of(root)) {
      for (YamlMapping period : Nodes.mappings(interval, IntervalNodes.PERIODS)) {
        mutations.add(
            IntervalNodes.mutation(
                name(), interval, period, "a period is removed", Nodes.removed(period)));
      }
    }
    return mutations;
  }
}
