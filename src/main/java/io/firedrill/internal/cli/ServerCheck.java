package io.firedrill.internal.cli;

import io.firedrill.drill.Drill;
import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.settings.ProjectSettings;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.UnusableException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets the servers read rules and routes without running them. */
final class ServerCheck {

  private static final Instant ANY_TIME = Instant.parse("2026-01-01T00:00:00Z");

  private final RigFactory rigs;
  private final Trust trust;

  ServerCheck(RigFactory rigs, Trust trust) {
    this.rigs = rigs;
    this.trust = trust;
  }

  /**
   * Lets the servers read all rules together with each of the configurations.
   *
   * @throws io.firedrill.internal.source.InputException if a server refuses a file and the line is
   *     known
   * @throws UnusableException if a server refuses a file and the line is not known
   */
  void read(List<Path> ruleFiles, List<Path> configurations) {
    if (configurations.isEmpty()) {
      read(ruleFiles, Optional.empty());
    }
    configurations.forEach(file -> read(ruleFiles, Optional.of(file)));
  }

  private void read(List<Path> ruleFiles, Optional<Path> configuration) {
    DrillSpec.Builder spec =
        DrillSpec.ofRules(ruleFiles)
            .start(ANY_TIME)
            .flags(ProjectSettings.of(Path.of(""), trust).flags());
    configuration.ifPresent(spec::alertmanagerConfig);
    try (Drill drill = new RigDrill(rigs, spec.build())) {
      drill.step();
    } catch (PrometheusException e) {
      if (e.status() == 0) {
        throw e;
      }
      throw new UnusableException("Prometheus refuses the rules: " + e.getMessage());
    }
  }
}
