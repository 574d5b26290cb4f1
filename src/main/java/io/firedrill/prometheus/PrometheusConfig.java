package io.firedrill.prometheus;

import io.firedrill.model.Labels;
import io.firedrill.source.PrometheusDuration;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The configuration that Prometheus runs with.
 *
 * @param evaluationInterval the step of subqueries that name none; each group names its own
 * @param externalLabels the labels that it adds to whatever leaves it
 * @param ruleFiles the rule files' paths, relative to the configuration's directory, in full
 * @param alertmanager host and port of the Alertmanager, where there is one
 */
public record PrometheusConfig(
    Duration evaluationInterval,
    Labels externalLabels,
    List<String> ruleFiles,
    Optional<String> alertmanager) {

  public PrometheusConfig {
    ruleFiles = List.copyOf(ruleFiles);
  }

  /** The file's text: JSON, which is YAML. */
  public String text() {
    Map<String, Object> root = new LinkedHashMap<>();
    Map<String, Object> global = new LinkedHashMap<>();
    global.put("evaluation_interval", PrometheusDuration.format(evaluationInterval));
    global.put("external_labels", externalLabels.asMap());
    root.put("global", global);
    root.put("rule_files", ruleFiles);
    alertmanager.ifPresent(target -> root.put("alerting", alerting(target)));
    return JsonMapper.shared().writeValueAsString(root) + "\n";
  }

  private static Map<String, Object> alerting(String target) {
    Map<String, Object> alertmanager = new LinkedHashMap<>();
    alertmanager.put("api_version", "v2");
    alertmanager.put("static_configs", List.of(Map.of("targets", List.of(target))));
    return Map.of("alertmanagers", List.of(alertmanager));
  }
}
