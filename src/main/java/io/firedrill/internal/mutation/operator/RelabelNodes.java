package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import java.util.ArrayList;
import java.util.List;

/**
 * A relabelling step.
 *
 * @param subject where it is, for messages
 * @param node the step
 */
record RelabelNodes(String subject, YamlMapping node) {

  /** The steps of all jobs, and of alerts. */
  static List<RelabelNodes> allOf(YamlMapping root) {
    List<RelabelNodes> all = new ArrayList<>();
    for (YamlMapping job : Nodes.mappings(root, "scrape_configs")) {
      for (String key : List.of("relabel_configs", "metric_relabel_configs")) {
        Nodes.mappings(job, key)
            .forEach(
                node ->
                    all.add(
                        new RelabelNodes("job " + Nodes.text(job, "job_name") + ", " + key, node)));
      }
    }
    Nodes.mapping(root, "alerting").stream()
        .flatMap(alerting -> Nodes.mappings(alerting, "alert_relabel_configs").stream())
        .forEach(node -> all.add(new RelabelNodes("alert_relabel_configs", node)));
    return all;
  }
}
