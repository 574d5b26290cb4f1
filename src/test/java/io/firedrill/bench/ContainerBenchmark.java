package io.firedrill.bench;

import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.container.TestImages;
import io.firedrill.internal.rig.process.TestPairs;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Speed of containers, compared with plain Testcontainers; one run on one machine. */
@Tag("bench")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainerBenchmark {

  private static final int RUNS = 5;
  private static final RigSpec BOTH =
      RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, BenchDrill.START);

  @TempDir Path temporary;

  @BeforeEach
  void requireEngine() {
    TestImages.requireEngine();
  }

  @Test
  @Order(1)
  void coldStart() {
    long begin = System.nanoTime();
    RigFactory first = TestImages.unshared();
    first.start(BOTH, null).close();
    System.out.printf(
        "container, first of a JVM, client and all: %d ms%n",
        Times.millis(System.nanoTime() - begin));
    first.close();
    System.out.printf(
        "container created to both servers ready, median of %d: %d ms%n",
        RUNS, Times.medianMillis(RUNS, ContainerBenchmark::cold));
  }

  /** Without finding the engine and the image, which happens once. */
  private static long cold() {
    RigFactory rigs = TestImages.unopened();
    try {
      return ready(rigs);
    } finally {
      rigs.close();
    }
  }

  @Test
  @Order(2)
  void reset() {
    RigFactory rigs = TestImages.newest();
    BenchDrill drill = drill();
    drill.run(rigs, Duration.ofHours(1));
    System.out.printf(
        "reset after a drill of 1 h, median of %d: %d ms; next drill's servers ready after %d ms%n",
        RUNS,
        Times.medianMillis(RUNS, () -> reset(rigs)),
        Times.medianMillis(RUNS, () -> ready(rigs)));
  }

  private static long reset(RigFactory rigs) {
    Rig rig = rigs.start(BOTH, null);
    rig.clock().advanceTo(BOTH.epoch().plus(Duration.ofHours(1)));
    long begin = System.nanoTime();
    rig.close();
    return System.nanoTime() - begin;
  }

  private static long ready(RigFactory rigs) {
    long begin = System.nanoTime();
    Rig rig = rigs.start(BOTH, null);
    long time = System.nanoTime() - begin;
    rig.close();
    return time;
  }

  @Test
  @Order(3)
  void plainTestcontainers() {
    plain();
    System.out.printf(
        "the two images with plain Testcontainers, one after the other, Wait.forHttp, median of %d:"
            + " %d ms%n",
        RUNS, Times.medianMillis(RUNS, ContainerBenchmark::plain));
  }

  private static long plain() {
    long begin = System.nanoTime();
    try (GenericContainer<?> prometheus = plain(TestImages.PROMETHEUS, 9090);
        GenericContainer<?> alertmanager = plain(TestImages.ALERTMANAGER, 9093)) {
      prometheus.start();
      alertmanager.start();
      return System.nanoTime() - begin;
    }
  }

  private static GenericContainer<?> plain(String image, int port) {
    return new GenericContainer<>(DockerImageName.parse(image))
        .withExposedPorts(port)
        .waitingFor(Wait.forHttp("/-/ready"));
  }

  @Test
  @Order(4)
  void aDay() {
    BenchDrill drill = drill();
    Duration day = Duration.ofHours(24);
    drill.run(TestPairs.newest(), Duration.ofHours(1));
    drill.run(TestImages.newest(), Duration.ofHours(1));
    // Alternating, so that both run under the same load.
    long[] processes = new long[RUNS];
    int[] next = {0};
    long containers =
        Times.medianMillis(
            RUNS,
            () -> {
              processes[next[0]++] = drill.run(TestPairs.newest(), day).wall();
              return drill.run(TestImages.newest(), day).wall();
            });
    long local = Times.millis(Times.median(java.util.Arrays.stream(processes).boxed().toList()));
    System.out.printf(
        "24 h, 1 m evaluation, %d alerting rules, medians of %d in turns: container %d ms,"
            + " processes %d ms, ratio %.2f%n",
        BenchDrill.RULES, RUNS, containers, local, (double) containers / local);
  }

  private BenchDrill drill() {
    try {
      return BenchDrill.in(temporary);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
