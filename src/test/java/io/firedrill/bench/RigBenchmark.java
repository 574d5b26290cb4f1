package io.firedrill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.alertmanager.AlertmanagerConfig;
import io.firedrill.engine.RigRun;
import io.firedrill.engine.RunSpec;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Series;
import io.firedrill.prometheus.EvaluationPlan;
import io.firedrill.prometheus.RuleFile;
import io.firedrill.rig.Rig;
import io.firedrill.rig.RigFactory;
import io.firedrill.rig.RigSpec;
import io.firedrill.rig.RigSpec.Topology;
import io.firedrill.rig.Server;
import io.firedrill.rig.process.TestPairs;
import io.firedrill.scenario.Replicas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(1);
  private static final int RULES = 20;
  private static final int RUNS = 5;
  private static final int SCENARIOS = 50;

  @TempDir Path temporary;

  private RigFactory rigs;
  private RunSpec spec;

  @BeforeEach
  void writeRules() throws IOException {
    rigs = TestPairs.newest();
    StringBuilder rules = new StringBuilder("groups:\n- name: bench\n  rules:\n");
    for (int i = 0; i < RULES; i++) {
      rules.append(
          "  - {alert: Failed%d, expr: 'job_ok{job=\"%d\"} == 0', for: 15m}\n".formatted(i, i));
    }
    Path ruleFile = Files.writeString(temporary.resolve("rules.yml"), rules);
    Path routes =
        Files.writeString(
            temporary.resolve("routes.yml"),
            """
            route: {receiver: hook, group_by: [alertname], repeat_interval: 4h}
            receivers: [{name: hook, webhook_configs: [{url: 'http://hook.example.com/'}]}]
            """);
    spec =
        new RunSpec(
            START,
            STEP,
            EvaluationPlan.byInterval(RuleFile.read(ruleFile), STEP),
            Labels.empty(),
            "",
            Optional.of(AlertmanagerConfig.read(routes)),
            Replicas.NONE,
            Duration.ofSeconds(30));
  }

  @Test
  @Order(1)
  void startUp() {
    System.out.println("servers: " + rigs.description());
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 2 * RUNS; i++) {
      long begin = System.nanoTime();
      RigSpec both = RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, START);
      try (Rig rig = rigs.start(both, null)) {
        times.add(System.nanoTime() - begin);
        assertThat(rig.address(Server.ALERTMANAGER)).isPresent();
      }
    }
    System.out.printf(
        "start-up to ready, both servers: first %d ms, median of %d %d ms%n",
        millis(times.get(0)), times.size(), millis(median(times)));
  }

  @Test
  @Order(2)
  void scenariosOfAnHour() {
    run(Duration.ofHours(1)); // class loading is the JVM's start, not a scenario's
    long begin = System.nanoTime();
    for (int i = 0; i < SCENARIOS; i++) {
      run(Duration.ofHours(1));
    }
    System.out.printf(
        "%d scenarios of 1 h, %d rules, in one JVM: %d ms each%n",
        SCENARIOS, RULES, millis((System.nanoTime() - begin) / SCENARIOS));
  }

  @Test
  @Order(3)
  void aDay() {
    List<Measured> runs =
        IntStream.range(0, RUNS).mapToObj(i -> run(Duration.ofHours(24))).toList();
    Measured median =
        runs.stream().sorted((a, b) -> Long.compare(a.wall, b.wall)).toList().get(RUNS / 2);
    System.out.printf(
        "24 h, 1 m evaluation, %d alerting rules, no scrapes: wall %d ms, servers' CPU %d ms"
            + " (Prometheus %d, Alertmanager %d), ratio %.2f%n",
        RULES,
        millis(median.wall),
        millis(median.prometheus + median.alertmanager),
        millis(median.prometheus),
        millis(median.alertmanager),
        (double) median.wall / (median.prometheus + median.alertmanager));
  }

  private record Measured(long wall, long prometheus, long alertmanager) {}

  /** Every job fails for an hour of every three, one after the other. */
  private Measured run(Duration length) {
    try (RigRun drill = RigRun.start(rigs, spec)) {
      long begin = System.nanoTime();
      long prometheus = cpu(drill, Server.PROMETHEUS);
      long alertmanager = cpu(drill, Server.ALERTMANAGER);
      int step = 0;
      for (Instant evaluation : drill.evaluationsUpTo(START.plus(length))) {
        drill.feed(samples(evaluation, step++));
        drill.advanceTo(evaluation);
      }
      assertThat(drill.timeline(drill.alertHistories()).alertChanges()).isNotEmpty();
      return new Measured(
          System.nanoTime() - begin,
          cpu(drill, Server.PROMETHEUS) - prometheus,
          cpu(drill, Server.ALERTMANAGER) - alertmanager);
    }
  }

  private static List<Series> samples(Instant time, int step) {
    return IntStream.range(0, RULES)
        .mapToObj(
            i ->
                new Series(
                    Labels.of(Labels.METRIC_NAME, "job_ok", "job", String.valueOf(i)),
                    List.of(new Sample(time, SampleValue.of((step + 9 * i) % 180 < 60 ? 0 : 1)))))
        .toList();
  }

  private static long cpu(RigRun drill, Server server) {
    return drill.rig().clock().cpuTime(server.program()).toNanos();
  }

  private static long median(List<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
