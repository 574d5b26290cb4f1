package io.firedrill.internal.inversion;

import java.util.List;
import java.util.Map;

/** Values of labels as they are in practice. */
final class UsualValues {

  private static final Map<String, List<String>> BY_LABEL =
      Map.ofEntries(
          Map.entry("instance", List.of("host-1:9100")),
          Map.entry("namespace", List.of("shop")),
          Map.entry("cluster", List.of("eu-1")),
          Map.entry("pod", List.of("web-0")),
          Map.entry("container", List.of("web")),
          Map.entry("node", List.of("node-1")),
          Map.entry("deployment", List.of("web")),
          Map.entry("statefulset", List.of("db")),
          Map.entry("daemonset", List.of("agent")),
          Map.entry("job_name", List.of("backup")),
          Map.entry("cronjob", List.of("backup")),
          Map.entry("persistentvolumeclaim", List.of("data-db-0")),
          Map.entry("device", List.of("sda", "eth0")),
          Map.entry("mountpoint", List.of("/data", "/")),
          Map.entry("fstype", List.of("ext4", "xfs")),
          Map.entry("mode", List.of("user", "idle", "system")),
          Map.entry("cpu", List.of("0", "1")),
          Map.entry("code", List.of("200", "500", "404")),
          Map.entry("status", List.of("200", "500", "ok", "failed")),
          Map.entry("status_code", List.of("200", "500")),
          Map.entry("method", List.of("GET", "POST")),
          Map.entry("handler", List.of("/api/orders")),
          Map.entry("path", List.of("/api/orders")),
          Map.entry("queue", List.of("orders")),
          Map.entry("topic", List.of("orders")),
          Map.entry("consumergroup", List.of("billing")),
          Map.entry("group", List.of("billing")),
          Map.entry("partition", List.of("0")),
          Map.entry("database", List.of("shop")),
          Map.entry("datname", List.of("shop")),
          Map.entry("service", List.of("checkout")),
          Map.entry("app", List.of("checkout")),
          Map.entry("env", List.of("prod", "staging")),
          Map.entry("environment", List.of("prod", "staging")),
          Map.entry("region", List.of("eu-west-1")),
          Map.entry("version", List.of("1.0.0", "1.1.0")),
          Map.entry("quantile", List.of("0.99", "0.5")),
          Map.entry("le", List.of("0.5", "1", "+Inf")),
          Map.entry("state", List.of("active", "failed", "ok")),
          Map.entry("condition", List.of("Ready")),
          Map.entry("severity", List.of("warning")),
          Map.entry("resource", List.of("memory", "cpu")),
          Map.entry("phase", List.of("Running", "Failed", "Pending")),
          Map.entry("reason", List.of("Error", "Completed")));

  private static final Map<String, String> JOB_BY_PREFIX =
      Map.ofEntries(
          Map.entry("node_", "node"),
          Map.entry("kube_", "kube-state-metrics"),
          Map.entry("kubelet_", "kubelet"),
          Map.entry("container_", "cadvisor"),
          Map.entry("apiserver_", "apiserver"),
          Map.entry("etcd_", "etcd"),
          Map.entry("mysql_", "mysql"),
          Map.entry("pg_", "postgres"),
          Map.entry("redis_", "redis"),
          Map.entry("kafka_", "kafka"),
          Map.entry("rabbitmq_", "rabbitmq"),
          Map.entry("nginx_", "nginx"),
          Map.entry("haproxy_", "haproxy"),
          Map.entry("probe_", "blackbox"),
          Map.entry("prometheus_", "prometheus"),
          Map.entry("alertmanager_", "alertmanager"),
          Map.entry("elasticsearch_", "elasticsearch"),
          Map.entry("go_", "app"),
          Map.entry("http_", "web"));

  private UsualValues() {}

  /** Values of a label of a metric, the usual one first; never empty. */
  static List<String> of(String label, String metric) {
    if (label.equals("job")) {
      return List.of(
          JOB_BY_PREFIX.entrySet().stream()
              .filter(e -> metric.startsWith(e.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse("app"));
    }
    return BY_LABEL.getOrDefault(label, List.of(plain(label) + "-1"));
  }

  private static String plain(String label) {
    String letters = label.replaceAll("[^A-Za-z0-9_.-]", "").replace('_', '-');
    return letters.isEmpty() ? "a" : letters;
  }
}
