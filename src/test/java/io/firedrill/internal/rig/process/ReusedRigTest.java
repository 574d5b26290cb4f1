package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.Signal;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.Server;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A launcher serves one rig after another, and no rig finds data of an earlier one. */
class ReusedRigTest {

  private static final RigSpec SPEC =
      RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, Instant.parse("2026-03-02T08:00:00Z"));

  private final Set<Long> others = launchers();
  private final ProcessRigFactory rigs = ProcessRigFactory.of(TestPairs.pair("3.5.3"));

  @AfterEach
  void close() {
    rigs.close();
  }

  @Test
  void servesTheNextRigLikeTheFirst() {
    try (Rig first = rigs.start(SPEC, null)) {
      first.clock().write("rules/left.yml", "{}".getBytes());
      first.clock().advanceTo(SPEC.epoch().plusSeconds(3600));
    }
    Set<Long> once = own();
    assertThat(once).hasSize(1);

    try (Rig second = rigs.start(SPEC, null)) {
      assertThat(own()).isEqualTo(once);
      assertThat(second.clock().now()).isEqualTo(SPEC.epoch());
      assertThatThrownBy(() -> second.clock().read("rules/left.yml"))
          .hasMessage("cannot read rules/left.yml: No such file or directory");
      // Its data directory was empty, and its log is new.
      assertThat(second.log(Server.PROMETHEUS).lines().filter(l -> l.contains("Starting Prom")))
          .hasSize(1);
      assertThat(second.log(Server.PROMETHEUS)).contains("segment=0 maxSegment=0");
    }
  }

  @Test
  void servesParallelRigsWithALauncherEach() {
    try (Rig first = rigs.start(SPEC, null);
        Rig second = rigs.start(SPEC, null)) {
      assertThat(first.address(Server.PROMETHEUS)).isNotEqualTo(second.address(Server.PROMETHEUS));
      assertThat(own()).hasSize(2);
    }
    assertThat(own()).hasSize(2);
  }

  @Test
  void keepsServingAfterAServerHasDied() {
    try (Rig rig = rigs.start(SPEC, null)) {
      rig.clock().signal("alertmanager", Signal.STOP);
      ProcessHandle.current()
          .descendants()
          .filter(p -> p.info().command().filter(c -> c.endsWith("alertmanager")).isPresent())
          .forEach(ProcessHandle::destroyForcibly);
      assertThatThrownBy(() -> rig.clock().advanceTo(SPEC.epoch().plusSeconds(60)))
          .isInstanceOf(ClockException.class);
    }
    Set<Long> once = own();

    rigs.start(SPEC, null).close();

    assertThat(own()).isEqualTo(once).hasSize(1);
  }

  @Test
  void replacesALauncherThatHasDiedMeanwhile() throws Exception {
    rigs.start(SPEC, null).close();
    Set<Long> first = own();
    for (long pid : first) {
      ProcessHandle launcher = ProcessHandle.of(pid).orElseThrow();
      List<ProcessHandle> below = launcher.descendants().toList();
      launcher.destroyForcibly();
      launcher.onExit().get(5, TimeUnit.MINUTES);
      for (ProcessHandle process : below) {
        process.onExit().get(5, TimeUnit.MINUTES);
      }
    }

    try (Rig rig = rigs.start(SPEC, null)) {
      assertThat(own()).hasSize(1).doesNotContainAnyElementsOf(first);
      assertThat(rig.clock().now()).isEqualTo(SPEC.epoch());
    }
  }

  @Test
  void endsItsLaunchersWhenItIsClosed() {
    Rig used = rigs.start(SPEC, null);
    rigs.start(SPEC, null).close();
    assertThat(own()).hasSize(2);

    rigs.close();
    assertThat(own()).hasSize(1);
    used.close();

    assertThat(own()).isEmpty();
    assertThatThrownBy(() -> rigs.start(SPEC, null)).hasMessage("the pool is closed");
  }

  private Set<Long> own() {
    return launchers().stream().filter(pid -> !others.contains(pid)).collect(Collectors.toSet());
  }

  private static Set<Long> launchers() {
    return ProcessHandle.current()
        .children()
        .filter(p -> p.info().command().orElse("").contains("vclock"))
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }
}
