package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import java.util.ArrayList;
import java.util.List;

/** A label of targets is missing in a scrape job. */
final class TargetLabel implements ConfigOperator {

  @Override
  public String name() {
    return "scrape/label";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (YamlMapping job : Nodes.mappings(root, "scrape_configs")) {
      for (YamlMapping targets : Nodes.mappings(job, "static_configs")) {
        for (YamlMapping.Entry label :
            Nodes.mapping(targets, "labels").map(YamlMapping::entries).orElse(List.of())) {
          String name = label.key().text();
          YamlMapping rest = Nodes.mapping(targets, "labels").orElseThrow().without(name);
          mutations.add(
              new Mutation(
                  name(),
                  "job " + Nodes.text(job, "job_name"),
                  label.key().position(),
                  "label " + name + " is dropped",
                  Nodes.replaced(targets, targets.with("labels", rest))));
        }
      }
    }
    return mutations;
  }
}
