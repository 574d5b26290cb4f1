package io.firedrill.internal.manifest;

import io.firedrill.internal.source.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The AlertmanagerConfigs that the operator merges: those that the selectors of the Alertmanager
 * manifest match, or all if there is no such manifest.
 */
final class SelectedConfigs {

  private static final String NAMESPACE_LABEL = "kubernetes.io/metadata.name";

  private final List<Manifest> manifests;
  private final Optional<AlertmanagerObject> object;
  private final OperatorSettings settings;
  private final Problems problems;

  SelectedConfigs(
      List<Manifest> manifests,
      Optional<AlertmanagerObject> object,
      OperatorSettings settings,
      Problems problems) {
    this.manifests = List.copyOf(manifests);
    this.object = object;
    this.settings = settings;
    this.problems = problems;
  }

  /** Whether there are any, selected or not. */
  boolean exist() {
    return manifests.stream().anyMatch(m -> m.kind().equals(AlertmanagerObject.CONFIG));
  }

  /** The one with this name, in the namespace of Alertmanager. */
  Optional<ConvertedConfig> named(String name) {
    return manifests.stream()
        .filter(m -> m.kind().equals(AlertmanagerObject.CONFIG) && m.name().equals(name))
        .filter(m -> settings.namespaceOf(m).equals(alertmanagerNamespace()))
        .findFirst()
        .flatMap(this::convert);
  }

  /** Their parts, sorted by namespace and name, without the one with this name. */
  List<ConvertedConfig> converted(Optional<String> without) {
    List<ConvertedConfig> configs = new ArrayList<>();
    for (Manifest manifest : manifests) {
      boolean global =
          without.filter(manifest.name()::equals).isPresent()
              && settings.namespaceOf(manifest).equals(alertmanagerNamespace());
      if (manifest.kind().equals(AlertmanagerObject.CONFIG) && !global) {
        Optional<String> reason = reasonNotSelected(manifest);
        if (reason.isPresent()) {
          problems.warning(
              manifest.kindNode(), "the operator ignores this AlertmanagerConfig: " + reason.get());
        } else {
          convert(manifest).ifPresent(configs::add);
        }
      }
    }
    configs.sort(Comparator.comparing(ConvertedConfig::name));
    for (int i = 1; i < configs.size(); i++) {
      if (configs.get(i).name().equals(configs.get(i - 1).name())) {
        reportTwice(configs.get(i).name());
      }
    }
    return configs;
  }

  private void reportTwice(QualifiedName name) {
    manifests.stream()
        .filter(m -> m.kind().equals(AlertmanagerObject.CONFIG) && m.name().equals(name.name()))
        .filter(m -> settings.namespaceOf(m).filter(name.namespace()::equals).isPresent())
        .skip(1)
        .forEach(
            m ->
                problems.error(
                    m.kindNode(), "there is another AlertmanagerConfig \"" + name + "\""));
  }

  private Optional<ConvertedConfig> convert(Manifest manifest) {
    Optional<String> namespace = settings.namespaceOf(manifest);
    if (namespace.isEmpty()) {
      problems.error(
          manifest.kindNode(),
          "\"metadata.namespace\" is missing in an AlertmanagerConfig; its routes apply only to"
              + " alerts of this namespace",
          Optional.of(
              "prometheus_operator: {namespace: NAME} sets it for manifests that state none"));
    }
    return new AlertmanagerConfigReader(problems).read(manifest, namespace.orElse(""));
  }

  private Optional<String> alertmanagerNamespace() {
    return settings
        .alertmanagerNamespace()
        .or(() -> object.flatMap(o -> settings.namespaceOf(o.manifest())));
  }

  private Optional<String> reasonNotSelected(Manifest config) {
    if (object.isEmpty() || object.get().spec().isEmpty()) {
      return Optional.empty();
    }
    String name = "Alertmanager \"" + object.get().manifest().name() + "\"";
    LabelSelector configs = LabelSelector.of(object.get().spec(), "alertmanagerConfigSelector");
    if (configs.isMissing() && object.get().global().isEmpty()) {
      return Optional.of(name + " has no \"alertmanagerConfigSelector\"");
    }
    if (!configs.matches(config.labels())) {
      return Optional.of(
          "the \"alertmanagerConfigSelector\" of " + name + " does not match its labels");
    }
    LabelSelector namespaces =
        LabelSelector.of(object.get().spec(), "alertmanagerConfigNamespaceSelector");
    Optional<String> namespace = settings.namespaceOf(config);
    if (namespace.isEmpty()) {
      return Optional.empty();
    }
    if (namespaces.isMissing()) {
      return alertmanagerNamespace().isEmpty() || namespace.equals(alertmanagerNamespace())
          ? Optional.empty()
          : Optional.of(
              name
                  + " has no \"alertmanagerConfigNamespaceSelector\", so that only those in its own"
                  + " namespace are read");
    }
    return namespaces.couldMatch(labels(namespace.get()), isKnown(namespace.get()))
        ? Optional.empty()
        : Optional.of(
            "the \"alertmanagerConfigNamespaceSelector\" of "
                + name
                + " does not match its namespace \""
                + namespace.get()
                + "\"");
  }

  private boolean isKnown(String namespace) {
    return namespaces(namespace).isPresent();
  }

  /** The labels of a namespace: those of its manifest, and the one that each has. */
  private Map<String, String> labels(String namespace) {
    Map<String, String> labels =
        new TreeMap<>(namespaces(namespace).map(Manifest::labels).orElse(Map.of()));
    labels.put(NAMESPACE_LABEL, namespace);
    return labels;
  }

  private Optional<Manifest> namespaces(String name) {
    return manifests.stream()
        .filter(m -> m.kind().equals("Namespace") && m.name().equals(name))
        .findFirst();
  }
}
