package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.rig.PatientRigs;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.process.ProcessRigFactory;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.verdict.ScenarioResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is killed from outside, in the middle of 24 virtual hours. */
class KilledServerTest {

  @TempDir Path logs;

  @ParameterizedTest
  @ValueSource(strings = {"prometheus", "alertmanager"})
  void failsAtOnceWithTheServersLog(String server) throws Exception {
    Assassin rigs = new Assassin(TestPairs.newest(), server);

    // Waiting for the limit would be noticed, even on a busy machine.
    RigFactory patient = new PatientRigs(rigs, Duration.ofHours(1));

    ScenarioResult result = TestRuns.run(patient, TestRuns.FAILED_INGESTION, logs);
    Duration afterTheKill = Duration.ofNanos(System.nanoTime() - rigs.killed.get());

    assertThat(result.passed()).isFalse();
    Path kept = logs.resolve("test-scenarios-failed-ingestion-line-7");
    assertThat(result.error().orElseThrow().summary())
        .isEqualTo(server + " ended during the run: killed by signal 9");
    assertThat(result.error().orElseThrow().text())
        .startsWith(
            TestRuns.FAILED_INGESTION
                + ":7:3: "
                + server
                + " ended during the run: killed by signal 9\n  the end of its log:\n    ")
        .endsWith("\n  the servers' logs are in " + kept);
    assertThat(Files.readString(kept.resolve(server + ".log"))).contains("version=");
    assertThat(afterTheKill).isLessThan(Duration.ofMinutes(30));
  }

  /** Kills a server after the virtual time has moved. */
  private record Assassin(RigFactory rigs, String server, CompletableFuture<Long> killed)
      implements RigFactory {

    Assassin(ProcessRigFactory rigs, String server) {
      this(rigs, server, new CompletableFuture<>());
    }

    @Override
    public Rig start(RigSpec spec, RelayHandler relay) {
      Set<Long> before = servers().stream().map(ProcessHandle::pid).collect(Collectors.toSet());
      Rig rig = rigs.start(spec, relay);
      ProcessHandle victim =
          servers().stream().filter(p -> !before.contains(p.pid())).findFirst().orElseThrow();
      CompletableFuture.runAsync(
          () -> {
            while (rig.clock().now().isBefore(spec.epoch().plus(Duration.ofHours(2)))) {
              LockSupport.parkNanos(1_000_000);
            }
            killed.complete(System.nanoTime());
            victim.destroyForcibly();
          });
      return rig;
    }

    private List<ProcessHandle> servers() {
      return ProcessHandle.current()
          .descendants()
          .filter(p -> p.info().command().orElse("").endsWith(server))
          .toList();
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
