package io.firedrill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Speed of a rig: ratios from one run on one machine. */
@Tag("bench")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RigBenchmark {

  private static final int RUNS = 5;
  private static final int SCENARIOS = 50;

  @TempDir Path temporary;

  private RigFactory rigs;
  private BenchDrill drill;

  @BeforeEach
  void prepare() throws IOException {
    rigs = TestPairs.newest();
    drill = BenchDrill.in(temporary);
  }

  @Test
  @Order(1)
  void startUp() {
    System.out.println("servers: " + rigs.description());
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 2 * RUNS; i++) {
      long begin = System.nanoTime();
      RigSpec both = RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, BenchDrill.START);
      try (Rig rig = rigs.start(both, null)) {
        times.add(System.nanoTime() - begin);
        assertThat(rig.address(Server.ALERTMANAGER)).isPresent();
      }
    }
    System.out.printf(
        "start-up to ready, both servers: first %d ms, median of %d %d ms%n",
        Times.millis(times.get(0)), times.size(), Times.millis(Times.median(times)));
  }

  @Test
  @Order(2)
  void scenariosOfAnHour() {
    drill.run(rigs, Duration.ofHours(1)); // class loading is the JVM's start, not a scenario's
    long begin = System.nanoTime();
    for (int i = 0; i < SCENARIOS; i++) {
      drill.run(rigs, Duration.ofHours(1));
    }
    System.out.printf(
        "%d scenarios of 1 h, %d rules, in one JVM: %d ms each%n",
        SCENARIOS, BenchDrill.RULES, Times.millis((System.nanoTime() - begin) / SCENARIOS));
  }

  @Test
  @Order(3)
  void aDay() {
    List<BenchDrill.Measured> runs =
        IntStream.range(0, RUNS).mapToObj(i -> drill.run(rigs, Duration.ofHours(24))).toList();
    BenchDrill.Measured median =
        runs.stream().sorted((a, b) -> Long.compare(a.wall(), b.wall())).toList().get(RUNS / 2);
    System.out.printf(
        "24 h, 1 m evaluation, %d alerting rules, no scrapes: wall %d ms, servers' CPU %d ms"
            + " (Prometheus %d, Alertmanager %d), ratio %.2f%n",
        BenchDrill.RULES,
        Times.millis(median.wall()),
        Times.millis(median.prometheus() + median.alertmanager()),
        Times.millis(median.prometheus()),
        Times.millis(median.alertmanager()),
        (double) median.wall() / (median.prometheus() + median.alertmanager()));
  }
}
