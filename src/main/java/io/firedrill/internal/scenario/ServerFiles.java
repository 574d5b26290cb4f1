package io.firedrill.internal.scenario;

import io.firedrill.internal.manifest.OperatorSettings;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.internal.source.Located;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The servers of a scenario file and their files.
 *
 * @param ruleFiles the existing files that {@code rule_files} named, globs expanded, in the order
 *     of the entries and sorted within one; each at the position of its entry
 * @param alertmanagerConfig Alertmanager's configuration file; without it, routing is not tested
 * @param prometheusConfig Prometheus's configuration file
 * @param replicas the number of servers of each kind
 * @param flags their flags: those of the file, and of the project
 * @param operator what the file says about the Prometheus operator, for manifests
 */
public record ServerFiles(
    List<Located<Path>> ruleFiles,
    Optional<Located<Path>> alertmanagerConfig,
    Optional<Located<Path>> prometheusConfig,
    Replicas replicas,
    ServerFlags flags,
    OperatorSettings operator) {

  public ServerFiles {
    ruleFiles = List.copyOf(ruleFiles);
  }

  /** The same without settings of the Prometheus operator. */
  public ServerFiles(
      List<Located<Path>> ruleFiles,
      Optional<Located<Path>> alertmanagerConfig,
      Optional<Located<Path>> prometheusConfig,
      Replicas replicas,
      ServerFlags flags) {
    this(ruleFiles, alertmanagerConfig, prometheusConfig, replicas, flags, OperatorSettings.NONE);
  }
}
