package io.firedrill.internal.manifest;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the operator makes of a PrometheusRule before Prometheus reads its rules. */
public final class RuleManifests {

  private static final String LABEL = "enforcedNamespaceLabel";

  private final List<Manifest> manifests;
  private final OperatorSettings settings;
  private final Problems problems;

  /** For the manifests of a file, one of which may be that of Prometheus. */
  public RuleManifests(List<Manifest> manifests, OperatorSettings settings, Problems problems) {
    this.manifests = List.copyOf(manifests);
    this.settings = settings;
    this.problems = problems;
  }

  /** The spec of a PrometheusRule, with the enforced label of its namespace if there is one. */
  public Optional<YamlNode> spec(Manifest rule) {
    Optional<YamlNode> spec = rule.node().get("spec");
    Optional<String> label = settings.enforcedNamespaceLabel().or(this::ofPrometheus);
    if (label.isEmpty() || isExcluded(rule)) {
      return spec;
    }
    Optional<String> namespace = settings.namespaceOf(rule);
    if (namespace.isEmpty()) {
      problems.error(
          rule.kindNode(),
          "\"metadata.namespace\" is missing in a PrometheusRule; the label \""
              + label.get()
              + "\" is set to it",
          Optional.of(
              "prometheus_operator: {namespace: NAME} sets it for manifests that state none"));
      return spec;
    }
    return spec.map(new NamespaceEnforcement(label.get(), namespace.get())::applied);
  }

  private Optional<YamlMapping> prometheus() {
    return manifests.stream()
        .filter(m -> m.kind().equals("Prometheus"))
        .findFirst()
        .flatMap(m -> m.part("spec"));
  }

  private Optional<String> ofPrometheus() {
    return prometheus()
        .flatMap(spec -> Manifest.text(spec, LABEL))
        .map(YamlScalar::text)
        .filter(label -> !label.isEmpty());
  }

  private boolean isExcluded(Manifest rule) {
    return items("excludedFromEnforcement")
            .anyMatch(
                e ->
                    text(e, "resource").equals("prometheusrules")
                        && isFor(rule, text(e, "namespace"), text(e, "name")))
        || items("prometheusRulesExcludedFromEnforce")
            .anyMatch(e -> isFor(rule, text(e, "ruleNamespace"), text(e, "ruleName")));
  }

  private boolean isFor(Manifest rule, String namespace, String name) {
    return settings.namespaceOf(rule).filter(namespace::equals).isPresent()
        && (name.isEmpty() || rule.name().equals(name));
  }

  private Stream<YamlNode> items(String key) {
    return prometheus().flatMap(spec -> spec.get(key)).stream()
        .flatMap(list -> Nodes.items(list).stream());
  }

  private static String text(YamlNode node, String key) {
    return Manifest.text(node, key).map(YamlScalar::text).orElse("");
  }
}
