package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlText;
import java.util.ArrayList;
import java.util.List;

/** A period lacks one of its conditions, such as the days of the week or the location. */
final class IntervalCondition implements ConfigOperator {

  @Override
  public String name() {
    return "interval/condition";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (YamlMapping interval : IntervalNodes.of(root)) {
      for (YamlMapping period : Nodes.mappings(interval, IntervalNodes.PERIODS)) {
        for (YamlMapping.Entry entry : period.entries()) {
          String key = entry.key().text();
          mutations.add(
              IntervalNodes.mutation(
                  name(),
                  interval,
                  entry.key(),
                  key + ": " + YamlText.of(entry.value()) + " is dropped",
                  Nodes.replaced(period, period.without(key))));
        }
      }
    }
    return mutations;
  }
}
