package io.firedrill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunOptions;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The drill that benchmarks run: every job fails for an hour of every three, in turn. */
record BenchDrill(RunSpec spec) {

  static final int RULES = 20;
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private static final Duration STEP = Duration.ofMinutes(1);

  /** Times in nanoseconds: of the wall clock, and of the servers' processors. */
  record Measured(long wall, long prometheus, long alertmanager) {}

  /** Writes its rules and routes to a directory. */
  static BenchDrill in(Path directory) throws IOException {
    StringBuilder rules = new StringBuilder("groups:\n- name: bench\n  rules:\n");
    for (int i = 0; i < RULES; i++) {
      rules.append(
          "  - {alert: Failed%d, expr: 'job_ok{job=\"%d\"} == 0', for: 15m}\n".formatted(i, i));
    }
    Path ruleFile = Files.writeString(directory.resolve("rules.yml"), rules);
    Path routes =
        Files.writeString(
            directory.resolve("routes.yml"),
            """
            route: {receiver: hook, group_by: [alertname], repeat_interval: 4h}
            receivers: [{name: hook, webhook_configs: [{url: 'http://hook.example.com/'}]}]
            """);
    return new BenchDrill(
        RunSpec.of(
            RunOptions.STANDARD.withStart(START).withEvaluationInterval(STEP),
            TestedFiles.read(List.of(ruleFile), Optional.of(routes))));
  }

  Measured run(RigFactory rigs, Duration length) {
    try (Run drill = Run.start(rigs, spec)) {
      long begin = System.nanoTime();
      long prometheus = cpu(drill, Server.PROMETHEUS);
      long alertmanager = cpu(drill, Server.ALERTMANAGER);
      int step = 0;
      for (Instant evaluation : drill.evaluationsUpTo(START.plus(length))) {
        samples(evaluation, step++).forEach(s -> drill.feed(s.labels(), s.samples().iterator()));
        drill.runTo(evaluation);
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

  private static long cpu(Run drill, Server server) {
    return drill.servers().rig().clock().cpuTime(server.program()).toNanos();
  }
}
