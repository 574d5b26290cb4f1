package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.Labels;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The configuration that Prometheus runs with.
 *
 * @param evaluationInterval the step of subqueries without their own; each group sets its own
 *     interval
 * @param externalLabels the labels that it adds to outgoing data
 * @param replicaLabel the external label to remove from alerts
 * @param ruleFiles the rule files' complete paths, relative to the configuration's directory
 * @param alertmanagers each Alertmanager that alerts are sent to: {@code host:port} or, with a
 *     password, {@code user:password@host:port}; user and password are the same for all
 */
public record PrometheusConfig(
    Duration evaluationInterval,
    Labels externalLabels,
    Optional<String> replicaLabel,
    List<String> ruleFiles,
    List<String> alertmanagers) {

  public PrometheusConfig {
    ruleFiles = List.copyOf(ruleFiles);
    alertmanagers = List.copyOf(alertmanagers);
  }

  /** The file's text: JSON, which is YAML. */
  public String text() {
    Map<String, Object> root = new LinkedHashMap<>();
    Map<String, Object> global = new LinkedHashMap<>();
    global.put("evaluation_interval", PrometheusDuration.format(evaluationInterval));
    global.put("external_labels", externalLabels.asMap());
    root.put("global", global);
    root.put("rule_files", ruleFiles);
    if (!alertmanagers.isEmpty()) {
      root.put("alerting", alerting());
    }
    return JsonMapper.shared().writeValueAsString(root) + "\n";
  }

  /** The file's text with a user's scrape jobs, one per line, and alert relabelling. */
  public String text(ScrapeSections scraping) {
    List<String> relabelling = new ArrayList<>(scraping.alerts().all());
    replicaLabel.ifPresent(label -> relabelling.add(json(dropping(label))));
    return "global: {%sevaluation_interval: %s, external_labels: %s}\n"
            .formatted(
                scraping.global(),
                json(PrometheusDuration.format(evaluationInterval)),
                json(externalLabels.asMap()))
        + "rule_files: "
        + json(ruleFiles)
        + "\nalerting: {alert_relabel_configs: ["
        + String.join(", ", relabelling)
        + "], alertmanagers: "
        + (alertmanagers.isEmpty() ? "[]" : entries(scraping.alerts()))
        + "}\n"
        + scraping.storage()
        + "scrape_configs:\n"
        + scraping.jobs();
  }

  private String entries(AlertRelabelling alerts) {
    return alerts.groups(alertmanagers).stream()
        .map(
            group -> {
              String entry = json(alertmanager(group.targets()));
              return entry.substring(0, entry.length() - 1)
                  + ", alert_relabel_configs: ["
                  + String.join(", ", group.items())
                  + "]}";
            })
        .map(entry -> entry.replace(", alert_relabel_configs: []", ""))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  private Map<String, Object> alerting() {
    Map<String, Object> alerting = new LinkedHashMap<>();
    replicaLabel.ifPresent(
        label -> alerting.put("alert_relabel_configs", List.of(dropping(label))));
    alerting.put("alertmanagers", List.of(alertmanager(alertmanagers)));
    return alerting;
  }

  private static Map<String, Object> alertmanager(List<String> alertmanagers) {
    Map<String, Object> alertmanager = new LinkedHashMap<>();
    alertmanager.put("api_version", "v2");
    List<URI> addresses = alertmanagers.stream().map(a -> URI.create("http://" + a)).toList();
    List<String> targets = addresses.stream().map(a -> a.getHost() + ":" + a.getPort()).toList();
    alertmanager.put("static_configs", List.of(Map.of("targets", targets)));
    Optional.ofNullable(addresses.get(0).getUserInfo())
        .map(user -> user.split(":", 2))
        .ifPresent(u -> alertmanager.put("basic_auth", basicAuth(u[0], u[1])));
    return alertmanager;
  }

  private static Map<String, String> basicAuth(String user, String password) {
    return new TreeMap<>(Map.of("username", user, "password", password));
  }

  private static Map<String, String> dropping(String label) {
    String regex = label.replaceAll("[\\p{Punct}&&[^_]]", "\\\\$0");
    return new TreeMap<>(Map.of("action", "labeldrop", "regex", regex));
  }
}
