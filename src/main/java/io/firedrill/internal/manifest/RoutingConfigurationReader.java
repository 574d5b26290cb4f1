package io.firedrill.internal.manifest;

import io.firedrill.internal.manifest.RoutingConfiguration.Origin;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the configuration of Alertmanager from a file of any supported kind. */
public final class RoutingConfigurationReader {

  private final FileTexts texts;
  private final OperatorSettings settings;
  private final YamlSource source;
  private final Problems problems;

  private RoutingConfigurationReader(Path file, OperatorSettings settings, FileTexts texts) {
    this.texts = texts;
    this.settings = settings;
    this.source = YamlSource.readConfiguration(file, texts);
    this.problems = new Problems(source);
  }

  /**
   * Reads a file.
   *
   * @throws io.firedrill.internal.source.InputException with every problem, if a file cannot be
   *     read, or contains no configuration
   */
  public static RoutingConfiguration read(Path file, OperatorSettings settings) {
    return read(file, settings, FileTexts.AS_THEY_ARE);
  }

  /**
   * The same, with the texts of the files from elsewhere.
   *
   * @throws io.firedrill.internal.source.InputException see {@link #read(Path, OperatorSettings)}
   */
  public static RoutingConfiguration read(Path file, OperatorSettings settings, FileTexts texts) {
    return new RoutingConfigurationReader(file, settings, texts).read();
  }

  private RoutingConfiguration read() {
    YamlNode first = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
    boolean plain = source.documents().stream().allMatch(d -> Manifest.of(d).isEmpty());
    if (plain && settings.alertmanagerConfigs().isEmpty()) {
      return new RoutingConfiguration(source, first, Origin.FILE, List.of(), List.of(), List.of());
    }
    return merged();
  }

  private RoutingConfiguration merged() {
    Documents own = Documents.of(source, problems);
    List<Manifest> manifests = new ArrayList<>(own.manifests());
    List<Problem> others = new ArrayList<>();
    for (Path more : settings.alertmanagerConfigs()) {
      YamlSource other = YamlSource.readConfiguration(more, texts);
      Problems found = new Problems(other);
      List<Manifest> its = Documents.of(other, found).manifests();
      if (its.stream().noneMatch(m -> m.kind().equals(AlertmanagerObject.CONFIG))) {
        found.error(
            other.documents().isEmpty() ? other.empty() : other.documents().get(0),
            "this file contains no AlertmanagerConfig");
      }
      manifests.addAll(its);
      others.addAll(found.all());
    }
    problems.addAll(others);
    Optional<AlertmanagerObject> object = AlertmanagerObject.in(manifests, settings, problems);
    SelectedConfigs selected = new SelectedConfigs(manifests, object, settings, problems);
    BaseConfiguration base = new BaseConfiguration(own, object, selected, source, problems);
    Optional<BaseConfiguration.Base> found = base.find();
    List<ConvertedConfig> configs = selected.converted(base.global());
    problems.throwIfErrors();
    BaseConfiguration.Base basis = found.orElseThrow();
    YamlMapping root = new ConfigurationMerge(settings, object).merge(basis.root(), configs);
    return new RoutingConfiguration(
        basis.source(),
        root,
        basis.origin(),
        basis.files(),
        problems.warnings(),
        settings.alertmanagerConfigs());
  }
}
