package io.firedrill.internal.generation;

import io.firedrill.internal.files.TemporaryFiles;
import io.firedrill.internal.files.WholeFile;
import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.inversion.PlannedSeries;
import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.run.AlertHistory;
import io.firedrill.internal.run.FeedAhead;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunOptions;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.internal.source.InputException;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Lets a real Prometheus try many inputs in few runs: each has its own copies of the rules. */
final class TrialRuns {

  /** More copies in one run take longer than a second run. */
  private static final int MOST = 250;

  /** Long trials do not wait for longer ones. */
  private static final int RATIO = 3;

  private final RigFactory rigs;
  private int runs;

  TrialRuns(RigFactory rigs) {
    this.rigs = rigs;
  }

  /** How many runs took place. */
  int runs() {
    return runs;
  }

  /** Tries inputs; the results are in their order. */
  List<TrialResult> tryAll(List<Trial> trials) {
    Map<Integer, TrialResult> results = new HashMap<>();
    Map<List<Object>, List<Integer>> byStart = new LinkedHashMap<>();
    for (int i = 0; i < trials.size(); i++) {
      InputPlan input = trials.get(i).input();
      byStart
          .computeIfAbsent(List.of(input.start(), input.step()), any -> new ArrayList<>())
          .add(i);
    }
    for (List<Integer> same : byStart.values()) {
      same.sort(Comparator.comparing(i -> trials.get(i).input().length()));
      for (List<Integer> batch : batches(same, trials)) {
        tryBatch(batch, trials, results);
      }
    }
    List<TrialResult> ordered = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      ordered.add(results.get(i));
    }
    return ordered;
  }

  private static List<List<Integer>> batches(List<Integer> sorted, List<Trial> trials) {
    List<List<Integer>> batches = new ArrayList<>();
    Duration shortest = Duration.ZERO;
    for (int i : sorted) {
      Duration length = trials.get(i).input().length();
      List<Integer> last = batches.isEmpty() ? null : batches.get(batches.size() - 1);
      if (last == null
          || last.size() >= MOST
          || length.compareTo(shortest.multipliedBy(RATIO)) > 0) {
        last = new ArrayList<>();
        batches.add(last);
        shortest = length;
      }
      last.add(i);
    }
    return batches;
  }

  /** If a server refuses a copy, the others are tried without it. */
  private void tryBatch(
      List<Integer> batch, List<Trial> trials, Map<Integer, TrialResult> results) {
    try {
      List<TrialResult> found = run(batch.stream().map(trials::get).toList());
      for (int i = 0; i < batch.size(); i++) {
        results.put(batch.get(i), found.get(i));
      }
    } catch (InputException | PrometheusException e) {
      if (batch.size() == 1) {
        results.put(batch.get(0), TrialResult.failed(e.getMessage()));
        return;
      }
      int half = batch.size() / 2;
      tryBatch(batch.subList(0, half), trials, results);
      tryBatch(batch.subList(half, batch.size()), trials, results);
    }
  }

  private static String prefix(int index) {
    return "t" + index + "_";
  }

  private List<TrialResult> run(List<Trial> trials) {
    runs++;
    if (System.getProperty("init.debug") != null) {
      long t = System.nanoTime();
      try {
        return run0(trials);
      } finally {
        throw0(trials, t);
      }
    }
    return run0(trials);
  }

  private void throw0(List<Trial> trials, long t) {
    System.getLogger("x");
    try {
      java.nio.file.Files.writeString(
          java.nio.file.Path.of("/tmp/init-debug"),
          trials.size()
              + " trials "
              + trials.get(trials.size() - 1).input().length()
              + " step "
              + trials.get(0).input().step()
              + " "
              + trials.get(0).input().start()
              + " "
              + (System.nanoTime() - t) / 1000000
              + " ms\n",
          java.nio.file.StandardOpenOption.APPEND,
          java.nio.file.StandardOpenOption.CREATE);
    } catch (IOException e) {
    }
  }

  private List<TrialResult> run0(List<Trial> trials) {
    TrialRules rules = new TrialRules();
    for (int i = 0; i < trials.size(); i++) {
      rules.add(trials.get(i), prefix(i));
    }
    Path file = null;
    try {
      file = TemporaryFiles.file("firedrill-init-", ".yml");
      WholeFile.write(file, rules.toString());
      return run(trials, TestedFiles.read(List.of(file), Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<TrialResult> run(List<Trial> trials, TestedFiles tested) {
    Instant start = trials.get(0).input().start();
    RunOptions options =
        RunOptions.STANDARD.withStart(start).withEvaluationInterval(trials.get(0).input().step());
    Duration longest =
        trials.stream().map(t -> t.input().length()).max(Duration::compareTo).orElseThrow();
    try (Run run = Run.start(rigs, RunSpec.of(options, tested))) {
      for (int i = 0; i < trials.size(); i++) {
        feed(run, trials.get(i).input(), new RenamedMetrics(prefix(i)));
      }
      Map<Duration, List<ActiveAlert>> looks = new TreeMap<>();
      for (Trial trial : trials) {
        Duration at = trial.input().end().minus(trial.input().step());
        if (!looks.containsKey(at)) {
          looks.put(at, List.of());
          run.plan(start.plus(at), () -> looks.put(at, run.servers().activeAlerts()));
        }
      }
      run.feedAhead(FeedAhead.of(tested.groups()));
      run.runTo(start.plus(longest));
      return results(trials, run.alertHistories(), looks, start);
    }
  }

  static void feed(Run run, InputPlan input, RenamedMetrics renamed) {
    for (PlannedSeries series : input.series()) {
      List<Sample> samples = new ArrayList<>();
      Instant time = input.start();
      for (Optional<SampleValue> value : SeriesNotation.values(series.values())) {
        Instant at = time;
        value.ifPresent(v -> samples.add(new Sample(at, v)));
        time = time.plus(input.step());
      }
      run.feed(renamed.series(series.labels()), samples.iterator());
    }
  }

  private static List<TrialResult> results(
      List<Trial> trials,
      List<AlertHistory> histories,
      Map<Duration, List<ActiveAlert>> looks,
      Instant start) {
    List<Map<Labels, NavigableMap<Duration, AlertState>>> alerts = new ArrayList<>();
    trials.forEach(t -> alerts.add(new LinkedHashMap<>()));
    for (AlertHistory history : histories) {
      Optional<Integer> trial = trial(history.alert(), trials.size());
      if (trial.isPresent()) {
        Duration length = trials.get(trial.get()).input().length();
        NavigableMap<Duration, AlertState> states = new TreeMap<>();
        history
            .states()
            .forEach(
                (instant, state) -> {
                  Duration at = Duration.between(start, instant);
                  if (at.compareTo(length) <= 0) {
                    states.put(at, state);
                  }
                });
        alerts.get(trial.get()).put(original(history.alert(), trial.get()), states);
      }
    }
    List<TrialResult> results = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      InputPlan input = trials.get(i).input();
      List<ActiveAlert> firing = new ArrayList<>();
      for (ActiveAlert alert : looks.get(input.end().minus(input.step()))) {
        if (alert.state() == AlertState.FIRING
            && trial(alert.labels(), trials.size())
                .filter(Integer.valueOf(i)::equals)
                .isPresent()) {
          firing.add(original(alert, i));
        }
      }
      results.add(new TrialResult(alerts.get(i), firing, Optional.empty()));
    }
    return results;
  }

  private static Optional<Integer> trial(Labels alert, int most) {
    String name = alert.get(Labels.ALERT_NAME).orElse("");
    int end = name.indexOf('_');
    if (end < 2 || name.charAt(0) != 't') {
      return Optional.empty();
    }
    String digits = name.substring(1, end);
    return digits.chars().allMatch(Character::isDigit) && digits.length() < 9
        ? Optional.of(Integer.valueOf(digits)).filter(i -> i < most)
        : Optional.empty();
  }

  private static Labels original(Labels alert, int trial) {
    String name = alert.get(Labels.ALERT_NAME).orElseThrow();
    return alert.with(Labels.ALERT_NAME, name.substring(prefix(trial).length()));
  }

  private static ActiveAlert original(ActiveAlert alert, int trial) {
    Map<String, String> annotations = new TreeMap<>();
    alert.annotations().forEach((k, v) -> annotations.put(k, v.replace(prefix(trial), "")));
    return new ActiveAlert(
        original(alert.labels(), trial),
        annotations,
        alert.state(),
        alert.activeAt(),
        alert.value(),
        alert.keepFiringSince());
  }
}
