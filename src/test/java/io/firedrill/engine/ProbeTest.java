package io.firedrill.engine;

import io.firedrill.model.Labels;
import io.firedrill.prometheus.EvaluationPlan;
import io.firedrill.rig.process.TestPairs;
import io.firedrill.scenario.Action;
import io.firedrill.series.MatcherNotation;
import io.firedrill.verdict.TimelineText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;

class ProbeTest {
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  public static void main(String[] a) {
    for (String v : versions()) new ProbeTest().probe(v);
    System.exit(0);
  }

  static String[] versions() {
    return System.getProperty("versions", "2.42,2.53.3,3.5.3").split(",");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("versions")
  void probe(String version) {
    TestedFiles files =
        TestedFiles.read(
            List.of(Path.of("rules/ingestion.yml")),
            Optional.of(Path.of("rules/ingestion-routes.yml")));
    RunSpec spec =
        new RunSpec(
            START,
            Duration.ofMinutes(1),
            EvaluationPlan.byInterval(files.groups(), Duration.ofMinutes(1)),
            Labels.empty(),
            "",
            files.alertmanager(),
            new io.firedrill.scenario.Replicas(
                Integer.getInteger("proms", 1), "replica", Integer.getInteger("ams", 1)),
            Duration.ofSeconds(30));
    try (RigRun run = RigRun.start(TestPairs.rigs(version), spec)) {
      Course course = new Course(run, i -> {});
      course.feed(
          Labels.of(
              "__name__",
              "pipeline_job_success_status",
              "pipeline",
              "ingestion",
              "source",
              "quotes"),
          new GeneratedSamples(
              io.firedrill.series.Generator.steady(0), START, Duration.ofMinutes(1)));
      String[] script = System.getProperty("script", "").split(";");
      for (String s : script) {
        if (s.isBlank()) continue;
        String[] w = s.trim().split(" ");
        Action a =
            switch (w[1]) {
              case "silence" ->
                  new Action.Silence(
                      w.length > 4 ? w[4] : "",
                      MatcherNotation.parse(w[2]),
                      io.firedrill.source.PrometheusDuration.parse(w[3]).get());
              case "expire" -> new Action.ExpireSilence(w[2]);
              case "fail" ->
                  new Action.FailReceiver(
                      w[2],
                      Optional.empty(),
                      switch (w[3]) {
                        case "refuse" -> new io.firedrill.model.ReceiverFault.Refusing();
                        case "hang" -> new io.firedrill.model.ReceiverFault.Hanging();
                        case "slow" ->
                            new io.firedrill.model.ReceiverFault.Slow(
                                io.firedrill.source.PrometheusDuration.parse(w[5]).get());
                        default ->
                            new io.firedrill.model.ReceiverFault.Status(Integer.parseInt(w[3]));
                      },
                      Optional.of(io.firedrill.source.PrometheusDuration.parse(w[4]).get()));
              case "stop" -> new Action.Stop(w[2]);
              case "start" -> new Action.Start(w[2]);
              case "restart" -> new Action.Restart(w[2]);
              case "reload" -> new Action.Reload(w[2]);
              default -> throw new IllegalArgumentException(s);
            };
        course.plan(
            START.plus(io.firedrill.source.PrometheusDuration.parse(w[0]).get()),
            () -> {
              long t = System.nanoTime();
              run.perform(a);
              System.err.println(a + " took " + (System.nanoTime() - t) / 1000000 + " ms");
            });
      }
      long began = System.nanoTime();
      course.runTo(START.plus(Duration.ofMinutes(Integer.getInteger("minutes", 360))));
      System.err.println("ran for " + (System.nanoTime() - began) / 1000000 + " ms");
      TimelineText.lines(run.timeline(run.alertHistories())).forEach(System.err::println);
      run.timeline(List.of()).events().forEach(e -> System.err.println(e.time()));
      System.err.println(run.failedRules());
      System.err.println(
          run.rig()
              .log(io.firedrill.rig.Server.ALERTMANAGER)
              .lines()
              .skip(5)
              .limit(40)
              .collect(java.util.stream.Collectors.joining("\n")));
    } catch (RuntimeException e) {
      e.printStackTrace();
    }
  }
}
