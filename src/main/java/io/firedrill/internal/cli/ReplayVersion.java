package io.firedrill.internal.cli;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.revision.Tree;
import io.firedrill.internal.scenario.NamedFiles;
import io.firedrill.internal.settings.ProjectSettings;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.UnusableException;
import io.firedrill.model.Labels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version of the rules and routes that are replayed.
 *
 * @param tree the tree that holds its files
 * @param ruleFiles the rule files
 * @param alertmanagerConfig Alertmanager's configuration, if there is one
 * @param flags the flags of the servers
 * @param warnings what was left out of the files
 */
record ReplayVersion(
    Tree tree,
    List<Path> ruleFiles,
    Optional<Path> alertmanagerConfig,
    ServerFlags flags,
    List<Problem> warnings) {

  ReplayVersion {
    ruleFiles = List.copyOf(ruleFiles);
    warnings = List.copyOf(warnings);
  }

  /**
   * Finds the files of a version.
   *
   * @param named the tree to which the options' paths refer
   * @throws UnusableException if there are none
   * @throws io.firedrill.internal.source.InputException if the author is not trusted to name them
   */
  static ReplayVersion in(Tree tree, Tree named, ReplayOptions options, Trust trust) {
    List<Path> rules =
        options.rules.stream()
            .flatMap(glob -> files(tree, at(tree, Path.of(glob), named), glob).stream())
            .distinct()
            .toList();
    Optional<Path> routes = options.alertmanagerConfig.map(file -> at(tree, file, named));
    routes
        .filter(file -> !Files.exists(file))
        .ifPresent(
            file -> {
              throw new UnusableException(tree.named("there is no file \"" + file + "\""));
            });
    rules.forEach(trust::require);
    List<Problem> notes =
        routes.map(file -> AlertmanagerConfig.read(file, trust).notes()).orElse(List.of());
    ServerFlags flags = ProjectSettings.of(Path.of(""), trust).flags();
    return new ReplayVersion(tree, rules, routes, flags, notes);
  }

  private static Path at(Tree tree, Path path, Tree named) {
    return tree == named ? path : tree.counterpart(path, named);
  }

  private static List<Path> files(Tree tree, Path path, String glob) {
    try {
      return NamedFiles.at(path, glob);
    } catch (NamedFiles.NotFoundException e) {
      throw new UnusableException(
          tree.named(e.getMessage()) + e.hint().map(hint -> "; " + hint).orElse(""));
    }
  }

  DrillSpec spec(Instant start, Duration evaluationInterval, Labels externalLabels) {
    DrillSpec.Builder spec =
        DrillSpec.ofRules(ruleFiles)
            .start(start)
            .evaluationInterval(evaluationInterval)
            .externalLabels(externalLabels)
            .flags(flags);
    alertmanagerConfig.ifPresent(spec::alertmanagerConfig);
    return spec.build();
  }
}
