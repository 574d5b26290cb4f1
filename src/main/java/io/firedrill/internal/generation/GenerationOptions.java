package io.firedrill.internal.generation;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.source.YamlText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What to generate.
 *
 * @param ruleFiles the rule files, which belong together
 * @param alertmanagerConfig the routes; empty if only rules are tested
 * @param out the directory of the scenario files
 * @param evaluationInterval the interval of groups without their own, virtual time
 * @param form what is written
 * @param wanted the rules that scenarios are generated for
 */
public record GenerationOptions(
    List<Path> ruleFiles,
    Optional<Path> alertmanagerConfig,
    Path out,
    Duration evaluationInterval,
    Form form,
    Predicate<WantedRule> wanted) {

  /** What is written. */
  public enum Form {
    /** Scenario files. */
    SCENARIOS,
    /** JUnit test classes. */
    JUNIT
  }

  /**
   * A rule that may be left out.
   *
   * @param file its file
   * @param group the name of its group
   * @param name the name of the alert
   * @param text the rule and its group's settings, as YAML
   */
  public record WantedRule(Path file, String group, String name, String text) {

    /** A rule of a file. */
    public static WantedRule of(Path file, RuleGroup group, Rule rule) {
      String settings = YamlText.of(group.node().without("rules"));
      return new WantedRule(file, group.name(), rule.name(), settings + YamlText.of(rule.node()));
    }
  }

  public GenerationOptions {
    ruleFiles = List.copyOf(ruleFiles);
  }
}
