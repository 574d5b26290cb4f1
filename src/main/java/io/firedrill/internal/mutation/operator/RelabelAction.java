package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A relabelling step keeps what it should drop, or the other way round. */
final class RelabelAction implements ConfigOperator {

  private static final Map<String, String> OTHERS =
      Map.of(
          "keep", "drop",
          "drop", "keep",
          "labelkeep", "labeldrop",
          "labeldrop", "labelkeep",
          "keepequal", "dropequal",
          "dropequal", "keepequal",
          "lowercase", "uppercase",
          "uppercase", "lowercase");

  @Override
  public String name() {
    return "relabel/action";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (RelabelNodes step : RelabelNodes.allOf(root)) {
      String action = Nodes.text(step.node(), "action").toLowerCase(Locale.ROOT);
      if (OTHERS.containsKey(action)) {
        mutations.add(
            new Mutation(
                name(),
                step.subject(),
                step.node().get("action").orElseThrow().position(),
                action + " becomes " + OTHERS.get(action),
                Nodes.replaced(
                    step.node(),
                    step.node().with("action", YamlScalar.plain(OTHERS.get(action))))));
      }
    }
    return mutations;
  }
}
