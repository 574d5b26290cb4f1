package io.firedrill.internal.rig.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.Server;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real servers in real containers. */
class ContainerRigTest {

  private static final RigSpec SPEC =
      RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, Instant.parse("2026-03-02T08:00:00Z"));

  @ParameterizedTest
  @CsvSource({"2.42, 2.42.0, 0.25.0", "2.53.3, 2.53.3, 0.28.1", "3.5.3, 3.5.3, 0.33.1"})
  void runsEveryPair(String pair, String prometheus, String alertmanager) {
    try (Rig rig = TestImages.rigs(pair).start(SPEC, null)) {
      assertThat(rig.version(Server.PROMETHEUS)).startsWith(prometheus);
      assertThat(rig.version(Server.ALERTMANAGER)).startsWith(alertmanager);
      assertThat(rig.description())
          .contains("(prom/prometheus:v" + prometheus + ")")
          .contains("(prom/alertmanager:v" + alertmanager + ")");
      rig.clock().advanceTo(SPEC.epoch().plusSeconds(3600));
      assertThat(rig.clock().now()).isEqualTo(SPEC.epoch().plusSeconds(3600));
      rig.servers().forEach(rig::requireVirtualTime);
      assertThat(rig.log(Server.ALERTMANAGER)).contains("Starting Alertmanager");
    }
  }

  @Test
  void servesTheNextRigLikeTheFirst() {
    ContainerRigFactory rigs = TestImages.newest();
    String first;
    try (Rig rig = rigs.start(SPEC, null)) {
      first = new String(rig.clock().read("/etc/hostname")) + rig.address(Server.PROMETHEUS);
      rig.clock().write("rules/left.yml", "{}".getBytes());
      rig.clock().advanceTo(SPEC.epoch().plusSeconds(3600));
    }

    try (Rig rig = rigs.start(SPEC, null)) {
      assertThat(new String(rig.clock().read("/etc/hostname")) + rig.address(Server.PROMETHEUS))
          .isEqualTo(first);
      assertThat(rig.clock().now()).isEqualTo(SPEC.epoch());
      assertThatThrownBy(() -> rig.clock().read("rules/left.yml"))
          .hasMessage("cannot read rules/left.yml: No such file or directory");
      assertThat(rig.log(Server.PROMETHEUS)).contains("segment=0 maxSegment=0");
    }
  }

  @Test
  void servesParallelRigs() {
    ContainerRigFactory rigs = TestImages.newest();
    try (Rig first = rigs.start(SPEC, null);
        Rig second = rigs.start(SPEC, null)) {
      assertThat(first.address(Server.PROMETHEUS)).isNotEqualTo(second.address(Server.PROMETHEUS));
      first.clock().advanceTo(SPEC.epoch().plusSeconds(60));
      assertThat(second.clock().now()).isEqualTo(SPEC.epoch());
    }
  }

  @Test
  void reportsTheMaximumNumberOfServers() {
    RigSpec many = RigSpec.of(new Topology(2, 3), Instant.EPOCH);
    ContainerRigFactory rigs = TestImages.newest();

    assertThatThrownBy(() -> rigs.start(many, null))
        .isInstanceOf(RigException.class)
        .hasMessage("a container has room for 4 servers, but 5 are needed");
  }

  @Test
  void bootsPairs() {
    RigSpec pairs = RigSpec.of(new Topology(2, 2), SPEC.epoch());

    try (Rig rig = TestImages.newest().start(pairs, null)) {
      assertThat(rig.servers()).hasSize(4).allMatch(server -> rig.address(server).isPresent());
      rig.clock().advanceTo(SPEC.epoch().plusSeconds(60));
    }
  }

  @Test
  void runsAsTheImagesOwnUserWithoutPrivileges() {
    try (Rig rig = TestImages.newest().start(SPEC, null)) {
      String status = new String(rig.clock().read("/proc/1/status"));
      assertThat(status)
          .containsPattern("(?m)^Uid:\t65534\t65534\t65534\t65534$")
          .containsPattern("(?m)^CapPrm:\t0+$")
          .containsPattern("(?m)^CapBnd:\t0+$")
          .containsPattern("(?m)^NoNewPrivs:\t1$")
          .containsPattern("(?m)^Seccomp:\t2$");
      assertThat(new String(rig.clock().read("/proc/1/cmdline"))).doesNotContain("TOKEN");
    }
  }
}
