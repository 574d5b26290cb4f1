package io.firedrill.rig.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.rig.Rig;
import io.firedrill.rig.RigSpec;
import io.firedrill.rig.RigSpec.Topology;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessRigTest {
  @Test
  void boots() {
    for (String v : new String[] {"2.42", "2.53", "3.5", "3.5", "3.5"}) {
      long t = System.nanoTime();
      ServerPair pair =
          ServerBinaries.ofThisMachine(System.err::println)
              .locate(ServerRequest.ofPrometheus("/opt/servers/" + v + "/usr/bin"));
      long t1 = System.nanoTime();
      try (Rig rig =
          ProcessRigFactory.of(pair)
              .start(RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER), null)) {
        long t2 = System.nanoTime();
        rig.clock().leapTo(Instant.parse("2026-03-02T08:00:00Z"));
        long t3 = System.nanoTime();
        System.out.println(
            pair
                + " locate "
                + (t1 - t) / 1e6
                + " boot "
                + (t2 - t1) / 1e6
                + " leap "
                + (t3 - t2) / 1e6);
      }
      System.out.println("close " + (System.nanoTime()) / 1e6);
    }
    assertThat(1).isEqualTo(1);
  }
}
