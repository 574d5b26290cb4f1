package io.firedrill.internal.rig.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.CreateContainerCmd;
import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.rig.PatientRigs;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.suite.TestRuns;
import io.firedrill.internal.verdict.ScenarioResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures of a container during a drill are reported at once, and nothing is left of it. */
class BrokenContainerTest {

  private static final Duration SOON = Duration.ofMinutes(5);
  private static final long MEGABYTE = 1 << 20;

  @TempDir Path logs;

  private final TestContainer container = TestContainer.fresh();

  @Test
  void isKilled() {
    assertThat(summary(create -> {}, rig -> container.kill()))
        .isEqualTo(
            "the connection to the launcher has ended: its container was killed through the engine,"
                + " with signal 9");
  }

  @Test
  void hasAFullDisk() {
    assertThat(
            summary(
                create ->
                    create
                        .getHostConfig()
                        .withTmpFs(Map.of("/" + LauncherContainer.RUN, "size=200m")),
                BrokenContainerTest::fillDisk))
        .contains("no space left on device");
  }

  @Test
  void runsOutOfMemory() {
    assertThat(
            summary(
                create ->
                    // Files in memory that leave enough memory for the launcher, but not for the
                    // servers.
                    create
                        .getHostConfig()
                        .withTmpFs(Map.of("/" + LauncherContainer.RUN, "size=150m"))
                        .withMemory(200 * MEGABYTE)
                        .withMemorySwap(200 * MEGABYTE),
                BrokenContainerTest::fillDisk))
        // The kernel prefers a server, but the launcher is what asks for the memory.
        .matches(
            "(prometheus|alertmanager) ended during the run: killed by signal 9:"
                + " the container ran out of memory, and the kernel killed the server"
                + "|the connection to the launcher has ended: its container ran out of memory");
  }

  @Test
  void isTooSmallForTheLauncher() {
    assertThat(
            summary(
                create ->
                    create
                        .getHostConfig()
                        .withTmpFs(Map.of("/" + LauncherContainer.RUN, "size=1g"))
                        .withMemory(200 * MEGABYTE)
                        .withMemorySwap(200 * MEGABYTE),
                BrokenContainerTest::fillDisk))
        .matches(
            "(prometheus|alertmanager) ended during the run: killed by signal 9: .*"
                + "|the connection to the launcher has ended: its container ran out of memory");
  }

  @Test
  void isNotAllowedToTrace() {
    String profile =
        """
        {"defaultAction": "SCMP_ACT_ALLOW",
         "syscalls": [{"names": ["ptrace"], "action": "SCMP_ACT_ERRNO"}]}""";

    assertThatThrownBy(
            () ->
                container.rigs(
                    create ->
                        create.getHostConfig().withSecurityOpts(List.of("seccomp=" + profile))))
        .isInstanceOf(RigException.class)
        .hasMessage(
            """
            the container engine does not let a process trace its own child (ptrace), without which \
            no program gets a virtual clock: cannot be traced at its start: Operation not permitted
            Ways out:
            - use an engine with Docker's own seccomp profile, on Linux 4.8 or newer
            - run the servers without containers: set the backend to local""");
    assertThat(container.isGoneWithin(SOON)).isTrue();
  }

  /** The error of a 24 h drill in which something happens halfway. */
  private String summary(Consumer<CreateContainerCmd> change, Consumer<Rig> event) {
    try (ContainerRigFactory containers = container.rigs(change)) {
      Mishap rigs = new Mishap(containers, event, new CompletableFuture<>());
      // Waiting for the limit would be noticed, even on a busy machine.
      RigFactory patient = new PatientRigs(rigs, Duration.ofHours(1));
      ScenarioResult result = TestRuns.run(patient, TestRuns.FAILED_INGESTION, logs);
      Duration after = Duration.ofNanos(System.nanoTime() - rigs.happened.join());
      assertThat(after).isLessThan(SOON);
      return result.error().orElseThrow().summary();
    } finally {
      assertThat(container.isGoneWithin(SOON)).isTrue();
    }
  }

  /** Uses all memory. */
  private static void fillDisk(Rig rig) {
    try {
      for (int i = 0; i < 4096; i++) {
        rig.clock().write("filler/" + i, new byte[(int) MEGABYTE / 4]);
      }
    } catch (ClockException e) {
      // No memory is left, or the server is gone, which the drill must report.
    }
  }

  private record Mishap(RigFactory rigs, Consumer<Rig> event, CompletableFuture<Long> happened)
      implements RigFactory {

    @Override
    public Rig start(RigSpec spec, RelayHandler relay) {
      Rig rig = rigs.start(spec, relay);
      CompletableFuture.runAsync(
          () -> {
            while (rig.clock().now().isBefore(spec.epoch().plus(Duration.ofHours(2)))) {
              LockSupport.parkNanos(1_000_000);
            }
            happened.complete(System.nanoTime());
            event.accept(rig);
          });
      return rig;
    }

    @Override
    public String description() {
      return rigs.description();
    }

    @Override
    public void close() {
      rigs.close();
    }
  }
}
