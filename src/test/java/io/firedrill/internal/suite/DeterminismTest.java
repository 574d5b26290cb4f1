package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.verdict.ScenarioResult;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same scenario, the same timeline, byte for byte. */
class DeterminismTest {

  // The whole fifty runs of 24 h are the benchmark's part; here they are few, to keep builds short.
  private static final int RUNS = Integer.getInteger("test.repeat", 4);

  @TempDir Path logs;

  @Test
  void onAQuietMachine() {
    assertThat(results()).hasSize(1);
  }

  @Test
  void onABusyMachine() throws InterruptedException {
    AtomicBoolean busy = new AtomicBoolean(true);
    List<Thread> hogs =
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(i -> new Thread(() -> spin(busy), "hog-" + i))
            .toList();
    hogs.forEach(Thread::start);
    try {
      assertThat(results()).hasSize(1);
    } finally {
      busy.set(false);
      for (Thread hog : hogs) {
        hog.join();
      }
    }
  }

  private Set<String> results() {
    Set<String> results = new HashSet<>();
    for (int i = 0; i < RUNS; i++) {
      ScenarioResult result = TestRuns.run(TestPairs.newest(), TestRuns.FAILED_INGESTION, logs);
      results.add(ResultJson.stable(SuiteResult.of("", List.of(result))));
    }
    return results;
  }

  private static void spin(AtomicBoolean on) {
    while (on.get()) {
      Thread.onSpinWait();
    }
  }
}
