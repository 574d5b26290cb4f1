package io.firedrill.internal.prometheus;

import io.firedrill.internal.prometheus.ScrapeConfig.DiscoveryPath;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * A scrape job.
 *
 * @param node the job as the user wrote it
 * @param name the job's name
 * @param written the name as written
 * @param replaced the keys of service discovery that cannot work in a test
 * @param groups the target groups from files
 */
record ScrapeJob(
    YamlMapping node,
    String name,
    YamlScalar written,
    List<YamlScalar> replaced,
    List<YamlNode> groups) {

  private static final String STATIC = "static_configs";
  private static final String RELABELLING = "relabel_configs";
  private static final String REFRESH = "15s";

  ScrapeJob {
    replaced = List.copyOf(replaced);
    groups = List.copyOf(groups);
  }

  static boolean isDiscovery(String key) {
    return key.endsWith("_sd_configs");
  }

  boolean isDiscovering() {
    return !replaced.isEmpty();
  }

  List<YamlScalar> staticAddresses() {
    List<YamlScalar> addresses = new ArrayList<>();
    if (!relabelsAddresses()) {
      ScrapeConfig.items(node, STATIC).forEach(group -> addAddresses(group, addresses));
      groups.forEach(group -> addAddresses(group, addresses));
    }
    return addresses;
  }

  private static void addAddresses(YamlNode group, List<YamlScalar> addresses) {
    if (group instanceof YamlMapping mapping) {
      ScrapeConfig.items(mapping, "targets")
          .filter(YamlScalar.class::isInstance)
          .forEach(target -> addresses.add((YamlScalar) target));
    }
  }

  private boolean relabelsAddresses() {
    return ScrapeConfig.items(node, RELABELLING).findAny().isPresent();
  }

  /** The job, changed so that it works in a test. */
  YamlMapping redirected(int proxyPort, DiscoveryPath discoveryPath, String version) {
    YamlMapping job =
        new YamlMapping(
            node.position(), node.entries().stream().filter(ScrapeKeys.JOB::keeps).toList());
    String proxy = "http://127.0.0.1:" + proxyPort;
    job = job.with("proxy_url", YamlScalar.quoted(proxy));
    if (!groups.isEmpty()) {
      List<YamlNode> all = new ArrayList<>(ScrapeConfig.items(node, STATIC).toList());
      all.addAll(groups);
      job = job.with(STATIC, list(all));
    }
    if (isDiscovering()) {
      String url = proxy + discoveryPath.of(name);
      job =
          job.with("http_sd_configs", list(List.of(map("url", url, "refresh_interval", REFRESH))));
    }
    return job.get(RELABELLING).filter(n -> !(n instanceof YamlSequence) && !n.isNull()).isPresent()
        ? job // Prometheus reports the error.
        : job.with(RELABELLING, list(relabelling(version)));
  }

  /** The user's relabelling, followed by rules that replace HTTPS by HTTP. */
  private List<YamlNode> relabelling(String version) {
    List<YamlNode> rules = new ArrayList<>();
    if (isDiscovering()) {
      rules.add(map("action", "labeldrop", "regex", "__meta_url"));
    }
    ScrapeConfig.items(node, RELABELLING).forEach(rules::add);
    if (version.startsWith("2.")) {
      YamlMapping port = map("regex", "https;(\\[.*\\]|[^:]+)", "target_label", "__address__");
      rules.add(
          port.with("replacement", YamlScalar.quoted("${1}:443"))
              .with(
                  "source_labels",
                  list(
                      List.of(YamlScalar.quoted("__scheme__"), YamlScalar.quoted("__address__")))));
    }
    YamlMapping scheme = map("regex", "https", "target_label", "__scheme__");
    rules.add(
        scheme
            .with("replacement", YamlScalar.quoted("http"))
            .with("source_labels", list(List.of(YamlScalar.quoted("__scheme__")))));
    return rules;
  }

  private YamlSequence list(List<? extends YamlNode> items) {
    return new YamlSequence(node.position(), List.copyOf(items));
  }

  private YamlMapping map(String key, String value, String otherKey, String otherValue) {
    Position position = node.position();
    return new YamlMapping(position, List.of())
        .with(key, YamlScalar.quoted(value))
        .with(otherKey, YamlScalar.quoted(otherValue));
  }
}
