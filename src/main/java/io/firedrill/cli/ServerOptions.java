package io.firedrill.cli;

import io.firedrill.rig.RigException;
import io.firedrill.rig.RigFactory;
import io.firedrill.rig.process.ServerRequest;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which servers run where. */
final class ServerOptions {

  @Option(
      names = "--backend",
      paramLabel = "KIND",
      converter = Converters.BackendName.class,
      description = "Where the servers run: auto, local or docker. Default: auto")
  private Backend backend = Backend.AUTO;

  @Option(
      names = "--prometheus",
      paramLabel = "REF",
      description = "A version, or a path. Default: FIREDRILL_PROMETHEUS, or what there is")
  private Optional<String> prometheus = Optional.empty();

  @Option(
      names = "--alertmanager",
      paramLabel = "REF",
      description = "A version, or a path. Default: FIREDRILL_ALERTMANAGER, or what there is")
  private Optional<String> alertmanager = Optional.empty();

  /** Finds the servers, fetching them if need be. */
  RigFactory rigs(Machine machine, PrintWriter err) {
    if (backend == Backend.DOCKER) {
      throw new RigException("containers are not built yet; use --backend local");
    }
    ServerRequest fromVariables = ServerRequest.fromEnvironment(machine.environment());
    ServerRequest request =
        new ServerRequest(
            prometheus.orElse(fromVariables.prometheus()),
            alertmanager.orElse(fromVariables.alertmanager()));
    return machine.rigs().of(request, err::println);
  }
}
