package io.firedrill.internal.rig.container;

import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import java.time.Instant;

/** Starts a rig in its own JVM, prints that, and waits to be killed. */
final class ChildJvm {

  private ChildJvm() {}

  public static void main(String[] args) throws Exception {
    TestContainer container = new TestContainer(args[0], null);
    try (RigFactory rigs = container.rigs(create -> {});
        Rig rig =
            rigs.start(RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, Instant.EPOCH), null)) {
      System.out.println("ready " + rig.description());
      System.in.read();
    }
  }
}
