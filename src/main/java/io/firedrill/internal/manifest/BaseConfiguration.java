package io.firedrill.internal.manifest;

import io.firedrill.internal.manifest.RoutingConfiguration.Origin;
import io.firedrill.internal.manifest.RoutingConfiguration.TemplateFile;
import io.firedrill.internal.source.EmbeddedYaml;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration that AlertmanagerConfigs are added to. */
final class BaseConfiguration {

  private static final String WANTED =
      "expected a configuration of Alertmanager, a Secret or ConfigMap that contains one, or"
          + " manifests of kind AlertmanagerConfig";

  private final Documents documents;
  private final Optional<AlertmanagerObject> object;
  private final SelectedConfigs selected;
  private final YamlSource source;
  private final Problems problems;

  BaseConfiguration(
      Documents documents,
      Optional<AlertmanagerObject> object,
      SelectedConfigs selected,
      YamlSource source,
      Problems problems) {
    this.documents = documents;
    this.object = object;
    this.selected = selected;
    this.source = source;
    this.problems = problems;
  }

  /**
   * A configuration before the merge.
   *
   * @param source the text that it is from
   * @param origin where its template files are
   * @param files those in the same manifest
   */
  record Base(YamlSource source, YamlMapping root, Origin origin, List<TemplateFile> files) {}

  private record Found(Manifest manifest, EmbeddedYaml file) {}

  /** The AlertmanagerConfig that is the base, if the Alertmanager manifest names one. */
  Optional<String> global() {
    return object.flatMap(AlertmanagerObject::global).map(YamlScalar::text);
  }

  /** Finds it; empty if there is none, which is reported. */
  Optional<Base> find() {
    Optional<YamlScalar> global = object.flatMap(AlertmanagerObject::global);
    if (global.isPresent()) {
      return ofGlobal(global.get());
    }
    List<Documents.Plain> plain = documents.plain();
    List<Found> found = new ArrayList<>();
    for (Manifest manifest : documents.manifests()) {
      try {
        configuration(manifest).ifPresent(file -> found.add(new Found(manifest, file)));
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    if (object.isPresent()) {
      found.removeIf(
          f ->
              !f.manifest().kind().equals("Secret")
                  || !f.manifest().name().equals(object.get().secret()));
    }
    if (plain.size() + found.size() > 1) {
      YamlNode second =
          found.isEmpty() ? plain.get(1).node() : found.get(found.size() - 1).manifest().kindNode();
      problems.error(second, "there are several configurations of Alertmanager");
      return Optional.empty();
    }
    if (!plain.isEmpty()) {
      return ofPlain(plain.get(0).node());
    }
    if (!found.isEmpty()) {
      return ofManifest(found.get(0));
    }
    if (selected.exist() || object.isPresent()) {
      return Optional.of(new Base(source, standard(), Origin.MANIFEST, List.of()));
    }
    if (!problems.hasErrors()) {
      refuse();
    }
    return Optional.empty();
  }

  private void refuse() {
    for (Manifest manifest : documents.manifests()) {
      problems.error(
          manifest.kindNode(),
          "this is a Kubernetes manifest of kind \""
              + manifest.kind()
              + "\", which contains no configuration of Alertmanager",
          Optional.of(WANTED));
    }
    if (documents.manifests().isEmpty()) {
      problems.error(source.empty(), "this file contains no manifests", Optional.of(WANTED));
    }
  }

  private Optional<Base> ofPlain(YamlNode root) {
    if (root instanceof YamlMapping mapping) {
      return Optional.of(new Base(source, mapping, Origin.FILE, List.of()));
    }
    problems.error(root, "expected a configuration of Alertmanager, found " + root.kind());
    return Optional.empty();
  }

  private static Optional<EmbeddedYaml> configuration(Manifest manifest) {
    return ManifestData.isIn(manifest)
        ? ManifestData.files(manifest).entrySet().stream()
            .filter(e -> ManifestData.isConfiguration(e.getKey(), e.getValue().text()))
            .map(Map.Entry::getValue)
            .findFirst()
        : Optional.empty();
  }

  private Optional<Base> ofManifest(Found found) {
    try {
      YamlSource inner = found.file().configuration();
      YamlNode root = inner.documents().isEmpty() ? inner.empty() : inner.documents().get(0);
      if (root instanceof YamlMapping mapping) {
        return Optional.of(new Base(inner, mapping, Origin.MANIFEST, templates(found.manifest())));
      }
      problems.error(root, "expected a configuration of Alertmanager, found " + root.kind());
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
    return Optional.empty();
  }

  private static List<TemplateFile> templates(Manifest manifest) {
    return ManifestData.files(manifest).entrySet().stream()
        .map(e -> new TemplateFile(e.getKey(), e.getValue().text(), e.getValue().firstLine()))
        .toList();
  }

  private Optional<Base> ofGlobal(YamlScalar name) {
    Optional<ConvertedConfig> config = selected.named(name.text());
    if (config.isEmpty()) {
      if (!problems.hasErrors()) {
        problems.error(name, "there is no AlertmanagerConfig \"" + name.text() + "\"");
      }
      return Optional.empty();
    }
    Nodes root = new Nodes(name);
    object
        .flatMap(AlertmanagerObject::spec)
        .flatMap(spec -> Manifest.mapping(spec, "alertmanagerConfiguration"))
        .flatMap(own -> Manifest.mapping(own, "global"))
        .map(global -> new GlobalConversion(problems).convert(global))
        .ifPresent(global -> root.put(name, "global", global));
    config.get().route().ifPresent(route -> root.put(name, "route", route));
    put(root, name, "receivers", config.get().receivers());
    put(root, name, "inhibit_rules", config.get().inhibitRules());
    put(root, name, "mute_time_intervals", config.get().timeIntervals());
    return Optional.of(new Base(source, root.mapping(), Origin.MANIFEST, List.of()));
  }

  private static void put(Nodes root, YamlScalar at, String key, List<? extends YamlNode> items) {
    if (!items.isEmpty()) {
      root.put(at, key, new YamlSequence(at.position(), List.copyOf(items)));
    }
  }

  /** What the operator uses where there is no Secret: nobody is notified. */
  private YamlMapping standard() {
    YamlScalar at =
        documents.manifests().isEmpty()
            ? YamlScalar.quoted("")
            : documents.manifests().get(0).kindNode();
    YamlScalar nobody = at.asText("null");
    return new Nodes(source.empty())
        .put(at, "route", new Nodes(source.empty()).put(at, "receiver", nobody).mapping())
        .put(
            at,
            "receivers",
            new YamlSequence(
                source.empty().position(),
                List.of(new Nodes(source.empty()).put(at, "name", nobody).mapping())))
        .mapping();
  }
}
