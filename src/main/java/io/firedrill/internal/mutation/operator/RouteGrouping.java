package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** A label is missing in {@code group_by}; if it is the only one, nothing is grouped. */
final class RouteGrouping implements ConfigOperator {

  private static final String KEY = "group_by";
  private static final String ALL = "...";

  @Override
  public String name() {
    return "route/group_by";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (RouteNode route : RouteNode.allOf(root)) {
      List<YamlScalar> labels = Nodes.scalars(route.node(), KEY);
      for (YamlScalar label : labels) {
        boolean all = label.text().equals(ALL);
        if (all || labels.size() > 1) {
          mutations.add(
              route.mutation(
                  name(),
                  label,
                  (all ? "\"...\"" : "label " + label.text()) + " is dropped from group_by",
                  Nodes.withoutItem(route.node(), KEY, label)));
        } else {
          mutations.add(
              route.mutation(
                  name(),
                  label,
                  "group_by: [%s] becomes ['...']".formatted(label.text()),
                  Nodes.withItem(route.node(), KEY, label, YamlScalar.quoted(ALL))));
        }
      }
    }
    return mutations;
  }
}
