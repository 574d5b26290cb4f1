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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The same scenario, the same timeline, byte for byte. Each build repeats one of them a few times;
 * with {@code -Dtest.repeat=N}, twelve are repeated N times: half of them on a quiet machine, half
 * on one whose processors are busy.
 */
class DeterminismTest {

  private static final int FEW = 8;
  private static final int RUNS = Integer.getInteger("test.repeat", FEW);

  static final List<Path> FILES =
      RUNS == FEW
          ? List.of(TestRuns.FAILED_INGESTION)
          : List.of(
              TestRuns.FAILED_INGESTION,
              scenarios("alertmanager/flapping.yml"),
              scenarios("alertmanager/grouping.yml"),
              scenarios("alertmanager/inhibition.yml"),
              scenarios("alertmanager/intervals.yml"),
              scenarios("alertmanager/routing.yml"),
              scenarios("alertmanager/silences.yml"),
              scenarios("ml/absence.yml"),
              scenarios("ml/availability.yml"),
              scenarios("scrape/ml-pipeline.yml"),
              scenarios("scrape/relabelling.yml"),
              Path.of("src/test/resources/io/firedrill/internal/suite/pair-of-servers.yml"));

  @TempDir Path logs;

  @ParameterizedTest
  @FieldSource("FILES")
  void onAQuietMachine(Path file) {
    assertThat(results(file)).hasSize(1);
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void onABusyMachine(Path file) throws InterruptedException {
    AtomicBoolean busy = new AtomicBoolean(true);
    List<Thread> hogs =
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(i -> new Thread(() -> spin(busy), "hog-" + i))
            .toList();
    hogs.forEach(Thread::start);
    try {
      assertThat(results(file)).hasSize(1);
    } finally {
      busy.set(false);
      for (Thread hog : hogs) {
        hog.join();
      }
    }
  }

  private Set<String> results(Path file) {
    Set<String> results = new HashSet<>();
    for (int i = 0; i < RUNS / 2; i++) {
      ScenarioResult result = TestRuns.run(TestPairs.newest(), file, logs);
      assertThat(result.passed()).isTrue();
      results.add(ResultJson.stable(SuiteResult.of("", List.of(result))));
    }
    return results;
  }

  private static Path scenarios(String file) {
    return Path.of("test-scenarios").resolve(file);
  }

  private static void spin(AtomicBoolean on) {
    while (on.get()) {
      Thread.onSpinWait();
    }
  }
}
