package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** {@code honor_labels} or {@code honor_timestamps} has the other value. */
final class HonorLabels implements ConfigOperator {

  @Override
  public String name() {
    return "scrape/honor";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (YamlMapping job : Nodes.mappings(root, "scrape_configs")) {
      for (String key : List.of("honor_labels", "honor_timestamps")) {
        Nodes.scalar(job, key)
            .ifPresent(
                value -> {
                  String other = String.valueOf(!Nodes.isTrue(job, key));
                  mutations.add(
                      new Mutation(
                          name(),
                          "job " + Nodes.text(job, "job_name"),
                          value.position(),
                          "%s: %s becomes %s".formatted(key, value.text(), other),
                          Nodes.replaced(job, job.with(key, YamlScalar.plain(other)))));
                });
      }
    }
    return mutations;
  }
}
