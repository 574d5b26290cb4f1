package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file and its content.
 *
 * @param path the file
 * @param source its YAML
 * @param kind what it holds
 * @param groups its rule groups, if it contains rules
 */
record LintedFile(Path path, YamlSource source, FileKind kind, List<RuleGroup> groups) {

  private static final Set<String> MANIFESTS =
      Set.of("PrometheusRule", "PrometheusRuleList", "VMRule", "VMRuleList");
  private static final Set<String> SCRAPING =
      Set.of("scrape_configs", "rule_files", "alerting", "remote_write", "scrape_config_files");

  /**
   * Reads a file.
   *
   * @throws io.firedrill.internal.source.InputException if it cannot be read, or its rules are
   *     invalid
   */
  static LintedFile read(Path path) {
    YamlSource source = YamlSource.read(path);
    FileKind kind = kind(source);
    List<RuleGroup> groups = kind == FileKind.RULES ? RuleFile.read(path) : List.of();
    return new LintedFile(path, source, kind, groups);
  }

  /** The first document, or an empty mapping. */
  YamlMapping root() {
    return !source.documents().isEmpty() && source.documents().get(0) instanceof YamlMapping mapping
        ? mapping
        : new YamlMapping(source.empty().position(), List.of());
  }

  /** The first lines of everything that a comment can apply to: rules, routes and receivers. */
  List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    groups.forEach(g -> g.rules().forEach(rule -> starts.add(rule.position().line())));
    if (kind == FileKind.ALERTMANAGER) {
      root().get("route").ifPresent(route -> items(route, starts));
      List.of("inhibit_rules", "receivers")
          .forEach(key -> root().get(key).ifPresent(list -> items(list, starts)));
    }
    return starts;
  }

  private static void items(YamlNode node, List<Integer> starts) {
    if (node instanceof YamlSequence list) {
      for (YamlNode item : list.items()) {
        starts.add(item.position().line());
        items(item, starts);
      }
    } else if (node instanceof YamlMapping mapping) {
      mapping.get("routes").ifPresent(routes -> items(routes, starts));
    }
  }

  private static FileKind kind(YamlSource source) {
    for (YamlNode document : source.documents()) {
      if (document instanceof YamlMapping mapping) {
        if (isManifest(mapping) || mapping.get("groups").isPresent()) {
          return FileKind.RULES;
        }
        if (mapping.get("route").isPresent() || mapping.get("receivers").isPresent()) {
          return FileKind.ALERTMANAGER;
        }
        if (SCRAPING.stream().anyMatch(key -> mapping.get(key).isPresent())) {
          return FileKind.PROMETHEUS;
        }
      }
    }
    return FileKind.OTHER;
  }

  /** A list may contain other resources, too; one PrometheusRule is sufficient. */
  private static boolean isManifest(YamlMapping mapping) {
    Optional<String> kind = RuleParts.scalar(mapping, "kind").map(YamlScalar::text);
    boolean list = kind.filter("List"::equals).isPresent();
    return kind.filter(MANIFESTS::contains).isPresent()
        || list
            && mapping.get("items").orElse(null) instanceof YamlSequence items
            && items.items().stream()
                .anyMatch(item -> item instanceof YamlMapping m && isManifest(m));
  }
}
