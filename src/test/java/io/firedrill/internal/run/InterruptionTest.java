package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.clock.Signal;
import io.firedrill.internal.prometheus.PrometheusApi;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.process.ProcessRigFactory;
import io.firedrill.internal.rig.process.TestPairs;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Diagnosing a server that does not answer never fails itself. */
class InterruptionTest {

  private static final PrometheusException SILENCE =
      Assertions.catchThrowableOfType(
          PrometheusException.class,
          () -> PrometheusApi.at(URI.create("http://127.0.0.1:1")).rules());

  @Test
  void reportsTheExitOfAServerThatTheLauncherHasSeen() {
    try (Rig rig = rig()) {
      rig.clock().signal("prometheus", Signal.KILL);
      assertThat(rig.clock().awaitExit("prometheus", Duration.ofMinutes(5))).isPresent();

      Interruption why = Interruption.of(SILENCE, rig);

      assertThat(why.summary()).isEqualTo("prometheus ended during the run: killed by signal 9");
      assertThat(why.log()).contains("level=");
    }
  }

  @Test
  void reportsInterferenceOfAnotherUser() throws Exception {
    assumeTrue(
        System.getProperty("user.name").equals("root"), "only root can act for another user");
    try (Rig rig = rig()) {
      String connect = "cat </dev/tcp/127.0.0.1/" + rig.clock().openRelay();
      Process stranger =
          new ProcessBuilder("setpriv", "--reuid=65534", "--clear-groups", "bash", "-c", connect)
              .start();
      assertThat(stranger.waitFor(5, TimeUnit.MINUTES)).isTrue();
      rig.clock().signal("prometheus", Signal.KILL);
      assertThat(rig.clock().awaitExit("prometheus", Duration.ofMinutes(5))).isPresent();

      assertThat(Interruption.of(SILENCE, rig).summary())
          .isEqualTo(
              "prometheus ended during the run: killed by signal 9; interfered with: a connection of"
                  + " another user (uid 65534) to a port of this run was refused");
    }
  }

  @Test
  void endsASilentServerAndKeepsItsStacks() {
    try (Rig rig = rig()) {
      Interruption why = Interruption.of(SILENCE, rig);

      assertThat(why.summary()).isEqualTo("prometheus does not answer");
      assertThat(why.log()).contains("goroutine ");
    }
  }

  @Test
  void readsTheLogWithoutALauncherThatWasKilled() {
    Set<ProcessHandle> before = children();
    try (ProcessRigFactory rigs = ProcessRigFactory.of(TestPairs.pair("3.5.3"));
        Rig rig = rig(rigs)) {
      Set<ProcessHandle> guards = children();
      guards.removeAll(before);
      guards.stream().flatMap(ProcessHandle::children).forEach(ProcessHandle::destroyForcibly);
      guards.forEach(guard -> guard.onExit().join());

      Interruption why = Interruption.of(SILENCE, rig);

      assertThat(why.summary()).isEqualTo("the launcher has ended: it was killed by signal 9");
      assertThat(why.log()).contains("level=");
    }
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }

  private static Rig rig() {
    return rig(TestPairs.newest());
  }

  private static Rig rig(RigFactory rigs) {
    return rigs.start(
        RigSpec.of(Topology.PROMETHEUS, Instant.parse("2026-03-02T08:00:00Z")),
        RelayHandler.NOBODY);
  }
}
