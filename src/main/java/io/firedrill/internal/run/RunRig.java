package io.firedrill.internal.run;

import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Arguments;
import io.firedrill.internal.rig.RigSpec.LogLevel;
import io.firedrill.internal.rig.RigSpec.Topology;
import java.time.Duration;

/** The rig that a run needs. */
final class RunRig {

  /** Members of a cluster do not send notifications before this time. */
  private static final Duration CLUSTER_SETTLES = Duration.ofMinutes(2);

  private RunRig() {}

  static RigSpec of(RunSpec spec, LogLevel alertmanagerLog) {
    return of(
        spec,
        alertmanagerLog,
        new Topology(
            spec.options().replicas().prometheuses(),
            spec.alertmanager().isPresent() ? spec.options().replicas().alertmanagers() : 0));
  }

  /** Only an Alertmanager, which starts at the same time. */
  static RigSpec withoutPrometheus(RunSpec spec) {
    return of(spec, LogLevel.INFO, Topology.ALERTMANAGER);
  }

  private static RigSpec of(RunSpec spec, LogLevel alertmanagerLog, Topology topology) {
    Duration early = topology.alertmanagers() > 1 ? CLUSTER_SETTLES : Duration.ZERO;
    RigSpec rig =
        RigSpec.of(topology, PrometheusSetup.epoch(spec).minus(early))
            .withProgressLimit(spec.options().progressLimit())
            .withAlertmanagerLog(alertmanagerLog)
            .withArguments(
                new Arguments(
                    spec.options().flags().prometheus().arguments(),
                    spec.options().flags().alertmanager().arguments()));
    return spec.options().externalUrl().isEmpty()
        ? rig
        : rig.withPrometheusExternalUrl(spec.options().externalUrl());
  }
}
