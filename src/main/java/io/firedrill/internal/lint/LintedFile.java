package io.firedrill.internal.lint;

import io.firedrill.internal.manifest.Documents;
import io.firedrill.internal.manifest.ManifestContent;
import io.firedrill.internal.manifest.OperatorSettings;
import io.firedrill.internal.manifest.RoutingConfigurationReader;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A file and its content.
 *
 * @param path the file
 * @param source its YAML
 * @param kinds what it holds; manifests may hold rules and routes
 * @param groups its rule groups, if it contains rules
 * @param root its routes, or else its first document
 */
record LintedFile(
    Path path, YamlSource source, Set<FileKind> kinds, List<RuleGroup> groups, YamlMapping root) {

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
    Documents documents = Documents.of(source, new Problems(source));
    Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
    documents.plain().stream().limit(1).forEach(plain -> kinds.add(kind(plain.node())));
    if (documents.manifests().stream().anyMatch(ManifestContent::hasRules)) {
      kinds.add(FileKind.RULES);
    }
    boolean routes = documents.manifests().stream().anyMatch(ManifestContent::hasRoutes);
    if (routes) {
      kinds.add(FileKind.ALERTMANAGER);
    }
    if (kinds.isEmpty()) {
      kinds.add(FileKind.OTHER);
    }
    YamlNode root =
        routes
            ? RoutingConfigurationReader.read(path, OperatorSettings.NONE).root()
            : documents.plain().isEmpty() ? source.empty() : documents.plain().get(0).node();
    return new LintedFile(
        path,
        source,
        kinds,
        kinds.contains(FileKind.RULES) ? RuleFile.read(path) : List.of(),
        root instanceof YamlMapping mapping
            ? mapping
            : new YamlMapping(source.empty().position(), List.of()));
  }

  /** The first lines of everything that a comment can apply to: rules, routes and receivers. */
  List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    groups.forEach(g -> g.rules().forEach(rule -> starts.add(rule.position().line())));
    if (kinds.contains(FileKind.ALERTMANAGER)) {
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

  private static FileKind kind(YamlNode document) {
    if (!(document instanceof YamlMapping mapping)) {
      return FileKind.OTHER;
    }
    if (mapping.get("groups").isPresent()) {
      return FileKind.RULES;
    }
    if (mapping.get("route").isPresent() || mapping.get("receivers").isPresent()) {
      return FileKind.ALERTMANAGER;
    }
    return SCRAPING.stream().anyMatch(key -> mapping.get(key).isPresent())
        ? FileKind.PROMETHEUS
        : FileKind.OTHER;
  }
}
