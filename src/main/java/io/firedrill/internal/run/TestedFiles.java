package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.manifest.OperatorSettings;
import io.firedrill.internal.prometheus.RuleContent;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.prometheus.UnknownFields;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Located;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Trust;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The user's rules and routes.
 *
 * @param notes warnings about both
 */
public record TestedFiles(
    List<RuleGroup> groups, Optional<AlertmanagerConfig> alertmanager, List<Problem> notes) {

  public TestedFiles {
    groups = List.copyOf(groups);
    notes = List.copyOf(notes);
  }

  /** The files that a scenario file, or an action, names. */
  public record Named(
      List<Path> ruleFiles, Optional<Path> alertmanagerConfig, OperatorSettings operator) {

    public static Named of(ScenarioFile file) {
      return new Named(
          file.ruleFiles().stream().map(Located::value).toList(),
          file.alertmanagerConfig().map(Located::value),
          file.servers().operator());
    }

    public static Named of(Action.Load action) {
      return new Named(action.ruleFiles(), action.alertmanagerConfig(), OperatorSettings.NONE);
    }

    /** The same files with other settings for manifests. */
    public Named with(OperatorSettings settings) {
      return new Named(ruleFiles, alertmanagerConfig, settings);
    }
  }

  /**
   * Reads the files.
   *
   * @throws InputException with every problem in any of them
   */
  public static TestedFiles read(List<Path> ruleFiles, Optional<Path> alertmanagerConfig) {
    return read(
        new Named(ruleFiles, alertmanagerConfig, OperatorSettings.NONE),
        Trust.FULL,
        UnknownFields.REFUSED);
  }

  /**
   * The same with this trust; unknown keys in rule files may be ignored.
   *
   * @throws InputException with every problem in any of them
   */
  public static TestedFiles read(Named named, Trust trust, UnknownFields unknown) {
    return read(named, trust, unknown, FileTexts.AS_THEY_ARE);
  }

  /**
   * The same, with the texts of the files from elsewhere.
   *
   * @throws InputException with every problem in any of them
   */
  public static TestedFiles read(Named named, Trust trust, UnknownFields unknown, FileTexts texts) {
    List<RuleGroup> groups = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Problem> notes = new ArrayList<>();
    for (Path file : named.ruleFiles()) {
      try {
        RuleContent content = RuleFile.read(file, unknown, named.operator(), texts);
        groups.addAll(content.groups());
        notes.addAll(content.notes());
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    Optional<AlertmanagerConfig> alertmanager = Optional.empty();
    try {
      alertmanager =
          named
              .alertmanagerConfig()
              .map(file -> AlertmanagerConfig.read(file, trust, named.operator(), texts));
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    alertmanager.ifPresent(routes -> notes.addAll(routes.notes()));
    return new TestedFiles(groups, alertmanager, notes);
  }

  /** The names of all alerting rules of some files. */
  static Set<String> alertNames(List<TestedFiles> some) {
    return some.stream()
        .flatMap(files -> files.groups.stream())
        .flatMap(g -> g.rules().stream())
        .filter(r -> r.kind() == RuleStatus.Kind.ALERTING)
        .map(r -> r.name())
        .collect(Collectors.toSet());
  }

  /** The names of all receivers of some files, and the kinds of each one's integrations. */
  public static Map<String, Set<String>> receivers(List<TestedFiles> some) {
    Map<String, Set<String>> receivers = new TreeMap<>();
    some.stream()
        .flatMap(files -> files.alertmanager.stream())
        .flatMap(routes -> routes.receivers().entrySet().stream())
        .forEach(
            receiver ->
                receivers
                    .computeIfAbsent(receiver.getKey(), any -> new TreeSet<>())
                    .addAll(receiver.getValue()));
    return receivers;
  }
}
