package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.internal.live.SelectedAlerts;
import io.firedrill.model.Generator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Parallel tests, and what is left afterwards. */
class ParallelTest {

  private static final CyclicBarrier BOTH = new CyclicBarrier(2);
  private static final AtomicInteger AT_ONCE = new AtomicInteger();
  private static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();

  @TempDir private Path output;

  @FiredrillTest(rules = "classpath:io/firedrill/junit/queue.yml")
  static class SideBySide {

    @Test
    void one(Drill drill) throws Exception {
      meet(drill);
    }

    @Test
    void other(Drill drill) throws Exception {
      meet(drill);
    }

    private static void meet(Drill drill)
        throws BrokenBarrierException, InterruptedException, TimeoutException {
      drill.series("queue_length", Generator.steady(200)).step();
      BOTH.await(5, TimeUnit.MINUTES);
      drill.runFor(Duration.ofMinutes(10));
      assertThat(SelectedAlerts.of(drill.alerts("QueueFull")).histories()).hasSize(1);
    }
  }

  @FiredrillTest(rules = "classpath:io/firedrill/junit/queue.yml")
  static class OneByOne {
    @RepeatedTest(4)
    void alone(Drill drill) {
      drill.step();
      MOST_AT_ONCE.accumulateAndGet(AT_ONCE.incrementAndGet(), Math::max);
      drill.runFor(Duration.ofHours(1));
      AT_ONCE.decrementAndGet();
    }
  }

  /** Keeps a drill for the whole class while nested tests need others. */
  @FiredrillTest(rules = "classpath:io/firedrill/junit/queue.yml")
  static class Greedy {

    @BeforeAll
    static void before(Drill drill) {
      drill.step();
    }

    @Nested
    @FiredrillTest(start = "2026-03-02T08:00:00Z")
    class Inner {
      @RepeatedTest(2)
      void another(Drill drill) {
        drill.step();
      }
    }
  }

  static class AlsoGreedy extends Greedy {}

  @Test
  void runsTestsSideBySide() {
    succeeds(parallel(2), 2, SideBySide.class);
  }

  @Test
  void makesATestWaitForAnother() {
    MOST_AT_ONCE.set(0);
    succeeds(parallel(2).with(Setting.RIGS_MAX.key(), "1"), 4, OneByOne.class);
    assertThat(MOST_AT_ONCE).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORK_JOIN_POOL", "WORKER_THREAD_POOL"})
  void neverWaitsForAClassThatWaitsForItsTests(String executor) {
    Kit kit = parallel(3).with(Kit.EXECUTOR, executor).with(Setting.RIGS_MAX.key(), "1");
    succeeds(kit, 8, Greedy.class, AlsoGreedy.class, OneByOne.class);
  }

  @Test
  void leavesNoLauncherBehind() {
    Set<Long> before = launchers();

    succeeds(parallel(2), 6, SideBySide.class, OneByOne.class);

    assertThat(launchers()).isSubsetOf(before);
  }

  private Kit parallel(int threads) {
    return Kit.keepingIn(output).parallel(threads);
  }

  private static void succeeds(Kit kit, int tests, Class<?>... classes) {
    EngineExecutionResults results = kit.run(classes);
    assertThat(Kit.failures(results)).isEmpty();
    assertThat(Kit.passed(results)).hasSize(tests);
  }

  private static Set<Long> launchers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").contains("vclock"))
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }
}
