package io.firedrill.junit;

import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.rig.choice.ServerChoice;
import io.firedrill.internal.scenario.PrometheusSettings;
import io.firedrill.internal.settings.ProjectSettings;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Located;
import io.firedrill.internal.source.Trust;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The attributes of drills from an annotation or a builder. Empty attributes are not set.
 *
 * @param target the declaring element, for messages
 * @param settings the settings other than files, in order of precedence
 */
record Declaration(
    String target,
    List<String> rules,
    String alertmanagerConfig,
    String prometheusConfig,
    Consumer<DrillSpec.Builder> settings,
    ServerChoice servers) {

  Declaration {
    rules = List.copyOf(rules);
  }

  /** The same, declared at another place. */
  Declaration at(String place) {
    return new Declaration(place, rules, alertmanagerConfig, prometheusConfig, settings, servers);
  }

  /** These attributes; those that are not set are taken from {@code outer}. */
  Declaration orElse(Declaration outer) {
    return new Declaration(
        target,
        rules.isEmpty() ? outer.rules : rules,
        either(alertmanagerConfig, outer.alertmanagerConfig),
        either(prometheusConfig, outer.prometheusConfig),
        outer.settings.andThen(settings),
        servers.orElse(outer.servers));
  }

  private static String either(String inner, String outer) {
    return inner.isEmpty() ? outer : inner;
  }

  /**
   * Converts the declaration to a setup.
   *
   * @throws Misuse if there are no rules, or a file is missing or invalid
   */
  DrillSetup setup(Settings surroundings, ClassLoader loader) {
    TestFiles files = new TestFiles(target, loader);
    List<Path> ruleFiles = ruleFiles(files);
    if (ruleFiles.isEmpty()) {
      throw new Misuse(target, "rules is empty; name at least one rule file: \"rules/*.yml\"");
    }
    DrillSpec.Builder spec = DrillSpec.ofRules(ruleFiles);
    if (!alertmanagerConfig.isEmpty()) {
      spec.alertmanagerConfig(files.one("alertmanagerConfig", alertmanagerConfig));
    }
    if (!prometheusConfig.isEmpty()) {
      Path config = files.one("prometheusConfig", prometheusConfig);
      spec.prometheusConfig(config);
      settings(config).evaluationInterval().ifPresent(spec::evaluationInterval);
    }
    spec.flags(projectFlags());
    settings.accept(spec);
    return new DrillSetup(usable(spec), surroundings.servers(servers), surroundings.output());
  }

  private ServerFlags projectFlags() {
    try {
      return ProjectSettings.of(Path.of(""), Trust.FULL).flags();
    } catch (InputException e) {
      throw new Misuse(target, "a file cannot be used\n" + e.getMessage());
    }
  }

  /** The named rule files, or else those of the Prometheus configuration. */
  private List<Path> ruleFiles(TestFiles files) {
    return rules.isEmpty() && !prometheusConfig.isEmpty()
        ? settings(files.one("prometheusConfig", prometheusConfig)).ruleFiles().stream()
            .map(Located::value)
            .toList()
        : rules.stream().flatMap(name -> files.at("rules", name).stream()).distinct().toList();
  }

  private PrometheusSettings settings(Path config) {
    try {
      return PrometheusSettings.read(config);
    } catch (InputException e) {
      throw new Misuse(target, "a file cannot be used\n" + e.getMessage());
    }
  }

  /** Checks the files now, because one message is better than one for each test. */
  private DrillSpec usable(DrillSpec.Builder builder) {
    try {
      DrillSpec spec = builder.build();
      spec.checkFiles();
      return spec;
    } catch (InputException e) {
      throw new Misuse(target, "a file cannot be used\n" + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new Misuse(target, e.getMessage());
    }
  }
}
