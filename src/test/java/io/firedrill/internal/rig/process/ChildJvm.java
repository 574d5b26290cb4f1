package io.firedrill.internal.rig.process;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.target.CommandSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Starts a rig and an exporter in its own JVM, prints that, and waits to be killed. */
final class ChildJvm {

  private ChildJvm() {}

  public static void main(String[] args) throws Exception {
    ServerPair servers =
        ServerBinaries.ofThisMachine(line -> {})
            .locate(new ServerRequest(Path.of(args[0]).toString(), Path.of(args[1]).toString()));
    try (RigFactory rigs = ProcessRigFactory.of(servers);
        Rig rig =
            rigs.start(RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, Instant.EPOCH), null);
        CommandSource exporter =
            new CommandSource(
                List.of("/bin/sh", "-c", args[2]),
                Path.of("/"),
                System.getenv(),
                Patience.DEFAULT)) {
      exporter.start();
      System.out.println("ready " + rig.description());
      System.in.read();
    }
  }
}
