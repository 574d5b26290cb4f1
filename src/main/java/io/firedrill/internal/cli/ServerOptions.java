package io.firedrill.internal.cli;

import io.firedrill.internal.rig.Forking;
import io.firedrill.internal.rig.PatientRigs;
import io.firedrill.internal.rig.ReportingRigs;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.choice.Backend;
import io.firedrill.internal.rig.choice.ServerChoice;
import io.firedrill.internal.settings.FlaggedServer;
import io.firedrill.internal.settings.WrittenFlag;
import io.firedrill.internal.suite.UnusableException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that choose the servers. */
final class ServerOptions {

  @Option(
      names = "--backend",
      paramLabel = "KIND",
      converter = Converters.BackendName.class,
      description =
          "Where the servers run: docker, local, or auto: in a container if a container engine is available. Default: FIREDRILL_BACKEND, or auto")
  private Optional<Backend> backend = Optional.empty();

  @Option(
      names = "--prometheus",
      paramLabel = "REF",
      description = "A version, an image, or a path. Default: FIREDRILL_PROMETHEUS, or any")
  private Optional<String> prometheus = Optional.empty();

  @Option(
      names = "--alertmanager",
      paramLabel = "REF",
      description = "A version, an image, or a path. Default: FIREDRILL_ALERTMANAGER, or any")
  private Optional<String> alertmanager = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = Converters.Interval.class,
      description =
          "How long to wait for a server that does not respond, in real time on an idle machine. Default: 30s")
  private Optional<Duration> timeout = Optional.empty();

  @Option(
      names = "--enable-feature",
      paramLabel = "NAME",
      split = ",",
      description =
          "A feature of Prometheus to switch on, as promtool's option of this name; may be given several times")
  private List<String> features = List.of();

  @Option(
      names = "--fork",
      paramLabel = "on|off",
      converter = Converters.ForkingName.class,
      description =
          "Whether the servers of a test are forked from booted ones, which saves processor time. Default: FIREDRILL_FORK, or on")
  private Optional<Forking> forking = Optional.empty();

  @Option(
      names = "--verbose",
      description = "Also say how the servers were started: forked or booted, and why")
  private boolean verbose;

  /** Finds the servers; fetches them if necessary. */
  RigFactory rigs(Machine machine, PrintWriter err) {
    RigFactory servers = withFeatures(find(machine, err), err);
    RigFactory found = verbose ? new ReportingRigs(servers, err::println) : servers;
    return timeout.<RigFactory>map(limit -> new PatientRigs(found, limit)).orElse(found);
  }

  private RigFactory withFeatures(RigFactory rigs, PrintWriter err) {
    if (features.isEmpty()) {
      return rigs;
    }
    try {
      WrittenFlag.parse(
          FlaggedServer.PROMETHEUS, List.of("enable-feature=" + String.join(",", features)));
    } catch (IllegalArgumentException e) {
      throw new UnusableException(e.getMessage());
    }
    return new FeaturedRigs(rigs, features, err);
  }

  private RigFactory find(Machine machine, PrintWriter err) {
    ServerChoice options =
        new ServerChoice(backend, prometheus.orElse(""), alertmanager.orElse(""), forking);
    return machine
        .rigs()
        .of(
            options
                .orElse(ServerChoice.ofSystemProperties())
                .orElse(ServerChoice.ofEnvironment(machine.environment())),
            err::println);
  }
}
