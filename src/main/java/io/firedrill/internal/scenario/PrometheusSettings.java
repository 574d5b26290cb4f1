package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Located;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlSource;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings of a Prometheus configuration that a scenario file may leave out. The scrape jobs are
 * read elsewhere.
 *
 * @param ruleFiles the rule files, for scenario files that name none
 * @param evaluationInterval the same
 * @param externalLabels the external labels, to which those of a test are added
 */
public record PrometheusSettings(
    List<Located<Path>> ruleFiles, Optional<Duration> evaluationInterval, Labels externalLabels) {

  /** Without a configuration. */
  static final PrometheusSettings NONE =
      new PrometheusSettings(List.of(), Optional.empty(), Labels.empty());

  /**
   * Whether the scenario file names rule files itself, so that the configuration's do not matter.
   */
  enum Rules {
    OWN,
    OF_THE_CONFIGURATION
  }

  /**
   * Reads a configuration.
   *
   * @throws InputException if the file cannot be read, names missing rule files, or is otherwise
   *     invalid
   */
  public static PrometheusSettings read(Path file) {
    YamlSource source = YamlSource.readConfiguration(file);
    YamlNode root = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
    Problems problems = new Problems(source);
    PrometheusSettings settings =
        root instanceof YamlMapping mapping
            ? read(
                mapping,
                Rules.OF_THE_CONFIGURATION,
                new Reading(file, problems, FilePlaces.AS_WRITTEN, Trust.FULL))
            : NONE;
    problems.throwIfErrors();
    return settings;
  }

  static PrometheusSettings read(Path file, Rules rules, Reading reading) {
    Problems problems = reading.problems();
    try {
      YamlSource source = YamlSource.readConfiguration(file);
      YamlNode root = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
      if (!(root instanceof YamlMapping mapping)) {
        return NONE; // The reader of the scrape jobs reports it.
      }
      Problems own = new Problems(source);
      PrometheusSettings settings = read(mapping, rules, reading.of(file, own));
      problems.addAll(own.all());
      return settings;
    } catch (InputException e) {
      problems.addAll(e.problems());
      return NONE;
    }
  }

  private static PrometheusSettings read(YamlMapping root, Rules rules, Reading reading) {
    List<Located<Path>> ruleFiles =
        rules == Rules.OWN
            ? List.of()
            : known(root, reading).map(new RuleFiles(reading)::read).orElse(List.of());
    Optional<Fields> global =
        root.get("global")
            .filter(YamlMapping.class::isInstance)
            .flatMap(node -> known((YamlMapping) node, reading));
    return new PrometheusSettings(
        ruleFiles,
        global.flatMap(g -> g.duration("evaluation_interval")).filter(d -> !d.isZero()),
        global.map(g -> reading.labels(g, "external_labels")).orElse(Labels.empty()));
  }

  /** Any keys are accepted here: Prometheus itself checks them. */
  private static Optional<Fields> known(YamlMapping mapping, Reading reading) {
    List<String> keys = mapping.entries().stream().map(e -> e.key().text()).toList();
    return reading.fields(mapping, "a Prometheus configuration", keys);
  }
}
