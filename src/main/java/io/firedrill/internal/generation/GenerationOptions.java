package io.firedrill.internal.generation;

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
 * @param wanted the rules that scenarios are generated for: the text of the rule's file and line
 */
public record GenerationOptions(
    List<Path> ruleFiles,
    Optional<Path> alertmanagerConfig,
    Path out,
    Duration evaluationInterval,
    Predicate<WantedRule> wanted) {

  /**
   * A rule that may be left out.
   *
   * @param file its file
   * @param group the name of its group
   * @param name the name of the alert
   * @param text the rule and its group's settings, as YAML
   */
  public record WantedRule(Path file, String group, String name, String text) {}

  public GenerationOptions {
    ruleFiles = List.copyOf(ruleFiles);
  }
}
