package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.explain.Evidence;
import io.firedrill.internal.explain.Explanations;
import io.firedrill.internal.explain.ServerRecord;
import io.firedrill.internal.rig.RigSpec.LogLevel;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunOptions;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.source.Origin;
import io.firedrill.internal.suite.IndependentCheck.Subject;
import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.Question;
import io.firedrill.internal.verdict.TimelineText;
import io.firedrill.model.Notification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes the pack's rules and routes at random, asks why notifications did not come, and holds
 * every reason against what the servers answer at that time. {@code -Drandom.reasons=200} tries
 * more, {@code -Drandom.seed=7} begins with another.
 */
class RandomReasonsTest {

  private static final int QUESTIONS = 60;
  private static final Duration STEP = Duration.ofSeconds(30);

  @TempDir private Path directory;

  static LongStream seeds() {
    long first = Long.getLong("random.seed", 1);
    return LongStream.range(first, first + Integer.getInteger("random.reasons", 3));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void areNotContradicted(long seed) throws IOException {
    PreparedFile file = PreparedFile.of(ScenarioFile.read(new MutatedPack(seed).write(directory)));
    List<Scenario> scenarios = file.file().scenarios();
    Random random = new Random(seed);
    Scenario scenario = scenarios.get(random.nextInt(scenarios.size()));
    String version = TestPairs.VERSIONS[(int) (seed % TestPairs.VERSIONS.length)];
    try (Run run = Run.boot(TestPairs.rigs(version), spec(file, scenario), LogLevel.EVENTS)) {
      ScenarioRun scenarioRun = ScenarioRun.of(run, file, scenario, CoverageMode.OFF);
      NavigableMap<Instant, Optional<AlertmanagerView>> views = new TreeMap<>();
      Instant end = scenario.start().plus(scenario.runLength());
      for (Instant t = scenario.start(); !t.isAfter(end); t = t.plus(STEP)) {
        Instant time = t;
        run.plan(time, () -> views.put(time, run.servers().alertmanagerView()));
      }
      run.load();
      Observed observed = scenarioRun.toTheEnd();
      assertThat(contradictions(run, scenario, observed, views, random))
          .as(
              "%s, %s, Prometheus %s, with:%n%s",
              file.file().path().getFileName(),
              scenario.name(),
              version,
              String.join("\n", TimelineText.lines(observed.timeline())))
          .isEmpty();
    }
  }

  private static List<String> contradictions(
      Run run,
      Scenario scenario,
      Observed observed,
      NavigableMap<Instant, Optional<AlertmanagerView>> views,
      Random random) {
    ServerRecord servers = run.servers().record();
    IndependentCheck check = new IndependentCheck(run, observed, views);
    List<String> receivers = observed.receivers().keySet().stream().sorted().toList();
    List<Instant> times = List.copyOf(views.keySet());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < QUESTIONS && !observed.alertStates().isEmpty(); i++) {
      AlertPresence alert =
          observed.alertStates().get(random.nextInt(observed.alertStates().size()));
      Subject subject =
          new Subject(
              alert.alert(),
              scenario.externalLabels().merge(alert.alert()),
              receivers.get(random.nextInt(receivers.size())),
              random.nextInt(3) == 0 ? "resolved" : "firing",
              times.get(random.nextInt(times.size())));
      NavigableMap<Instant, Optional<AlertmanagerView>> looks = new TreeMap<>();
      looks.put(subject.time(), views.get(subject.time()));
      Evidence evidence =
          new Evidence(
              observed, scenario.externalLabels(), run.routes().routings(), looks, servers);
      for (String line : new Explanations(evidence).why(question(observed, subject))) {
        String reason = line.substring(line.indexOf(": ") + 2);
        wrong.addAll(check.contradictions(subject, reason));
      }
    }
    Evidence evidence =
        new Evidence(observed, scenario.externalLabels(), run.routes().routings(), views, servers);
    Explanations explanations = new Explanations(evidence);
    for (Notification n : observed.timeline().notifications()) {
      wrong.addAll(new ArrivalCheck(observed, n).contradictions(explanations.whyCame(n)));
    }
    return wrong;
  }

  private static Question question(Observed observed, Subject subject) {
    Map<String, ValueMatcher> labels =
        subject.sent().asMap().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, e -> new ValueMatcher.Exact(e.getValue())));
    Duration at = Duration.between(observed.timeline().start(), subject.time());
    return new Question(
        new Claim(subject.receiver(), Optional.empty(), Optional.empty(), Optional.empty()),
        new ExpectedNotification(
            Optional.empty(),
            Optional.of(at),
            Optional.of(at),
            Optional.of(subject.status()),
            labels,
            List.of(),
            Map.of(),
            new Origin.Listed(1, 1)));
  }

  private static RunSpec spec(PreparedFile file, Scenario scenario) {
    return RunSpec.of(
            new RunOptions(
                scenario.start(),
                file.file().evaluationInterval(),
                scenario.externalLabels(),
                "",
                file.file().replicas(),
                file.file().flags(),
                Duration.ofSeconds(60)),
            file.tested())
        .withUnits(file.units());
  }
}
