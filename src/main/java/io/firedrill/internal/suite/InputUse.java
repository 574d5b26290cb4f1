package io.firedrill.internal.suite;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.relevance.MissingInput;
import io.firedrill.internal.relevance.MissingInput.Missing;
import io.firedrill.internal.relevance.ReadMetrics;
import io.firedrill.internal.relevance.WithoutSamples;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.TestedSamples;
import io.firedrill.internal.scenario.InputSeries;
import io.firedrill.internal.scenario.Meant;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.StateManner;
import io.firedrill.internal.scenario.TimedValue;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.FailureKind;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds input series that no rule and no query reads, and expectations of nothing that hold only
 * because there was nothing to evaluate.
 */
final class InputUse {

  private final PreparedFile file;
  private final Scenario scenario;
  private final TestedSamples samples;
  private final Observed observed;
  private final List<Rule> rules;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<YamlScalar> needed = new HashSet<>();

  private InputUse(
      PreparedFile file,
      Scenario scenario,
      TestedSamples samples,
      Observed observed,
      List<Rule> rules) {
    this.file = file;
    this.scenario = scenario;
    this.samples = samples;
    this.observed = observed;
    this.rules = rules;
  }

  private boolean isMeant(String name, List<YamlScalar> meant) {
    List<YamlScalar> named = meant.stream().filter(m -> m.text().equals(name)).toList();
    needed.addAll(named);
    return !named.isEmpty();
  }

  /** What the test allows, and need not. */
  private Stream<Problem> unnecessary() {
    if (!file.file().broken().isEmpty()) {
      return Stream.empty();
    }
    Meant meant = scenario.meant();
    return Stream.concat(
        meant.unread().stream()
            .filter(name -> !needed.contains(name))
            .map(name -> name.warning("is read, or is not fed: \"" + name + "\"")),
        meant.withoutSamples().stream()
            .filter(name -> !needed.contains(name))
            .map(name -> name.warning("has samples, or needs none: \"" + name + "\"")));
  }

  /** What was found, with what may help. */
  private record Finding(FailureKind kind, Problem problem) {

    Failure failure() {
      Position position = problem.position();
      return new Failure(
          kind,
          position,
          problem.message(),
          position
              + ": "
              + problem.message()
              + problem.hint().map(h -> "\n  hint: " + h).orElse(""));
    }
  }

  /**
   * What was found.
   *
   * @param failures in a strict file
   * @param warnings in another file, and what a test allows without need
   */
  record Result(List<Failure> failures, List<Problem> warnings) {}

  /** Checks a test that was run. */
  static Result check(PreparedFile file, Scenario scenario, Run run, Observed observed) {
    return check(file, scenario, samples(run, scenario), observed, run.rules());
  }

  /** The same, as if the run with these samples had had these rules. */
  static Result check(
      PreparedFile file,
      Scenario scenario,
      TestedSamples samples,
      Observed observed,
      List<Rule> rules) {
    if (scenario.expectations().isEmpty() && !file.file().strict()) {
      return new Result(List.of(), List.of());
    }
    InputUse use = new InputUse(file, scenario, samples, observed, rules);
    List<Finding> found = use.find();
    return file.file().strict()
        ? new Result(found.stream().map(Finding::failure).toList(), use.unnecessary().toList())
        : new Result(
            List.of(),
            Stream.concat(found.stream().map(Finding::problem), use.unnecessary()).toList());
  }

  private List<Finding> find() {
    findUnread();
    findWithoutSamples();
    return findings;
  }

  private void findUnread() {
    // Series are often the same for all tests of a file.
    List<String> queries =
        file.file().scenarios().stream()
            .flatMap(s -> s.promqlTests().stream())
            .map(test -> test.expr())
            .toList();
    ReadMetrics reads = ReadMetrics.of(rules, queries);
    for (InputSeries series : scenario.inputSeries()) {
      String metric = series.labels().metricName();
      if (series.named().isPresent()
          && file.file().broken().isEmpty()
          && !reads.read(series.labels())
          && !isMeant(metric, scenario.meant().unread())) {
        String nearest =
            reads.nearest(metric).map(n -> "; the nearest metric that is read is " + n).orElse("");
        Problem plain =
            series
                .named()
                .get()
                .warning("no rule and no query reads " + name(series.labels()) + nearest);
        add(FailureKind.SERIES_UNREAD, plain, "unread_series: [" + metric + "]");
      }
    }
  }

  private static String name(Labels series) {
    return series.metricName().isEmpty() ? series.toString() : series.metricName();
  }

  private void findWithoutSamples() {
    Map<String, Position> alerts = nothingExpected();
    boolean none = scenario.notificationTests().stream().anyMatch(t -> t.expected().isEmpty());
    if (alerts.isEmpty() && !none) {
      return;
    }
    MissingInput missing = new MissingInput(rules, samples);
    alerts.forEach(
        (alertname, position) ->
            add(
                alertname,
                position,
                alertname + " cannot fire in this test",
                missing.ofAlert(alertname),
                samples));
    scenario.notificationTests().stream()
        .filter(test -> test.expected().isEmpty())
        .findFirst()
        .ifPresent(
            test ->
                add(
                    test.receiver(),
                    test.position(),
                    "no alert can fire in this test, and so none notifies " + test.receiver(),
                    missing.ofAllAlerts(),
                    samples));
  }

  private void add(
      String name,
      Position position,
      String message,
      List<Missing> missing,
      TestedSamples samples) {
    if (missing.isEmpty()
        || missing.stream().anyMatch(m -> isExcluded(m.selector()))
        || isMeant(name, scenario.meant().withoutSamples())) {
      return;
    }
    String text = message + ": " + WithoutSamples.text(missing, samples.fed());
    add(
        FailureKind.WITHOUT_SAMPLES,
        new Problem(Severity.WARNING, position, text, "", 1, Optional.empty()),
        "without_samples: [" + name + "]");
  }

  /**
   * Whether a test shows that a rule ignores other series of the metric: this one feeds such
   * series, and another test of the file feeds some that the rule selects. A series that lacks a
   * label is more likely a mistake.
   */
  private boolean isExcluded(Selector selector) {
    Optional<String> metric = selector.metric();
    return metric.isPresent()
        && scenario.inputSeries().stream()
            .map(InputSeries::labels)
            .filter(series -> series.metricName().equals(metric.get()))
            .anyMatch(
                series ->
                    SelectedSeries.failing(selector, series).stream()
                        .allMatch(m -> series.get(m.name()).isPresent()))
        && file.file().scenarios().stream()
            .flatMap(s -> s.inputSeries().stream())
            .anyMatch(s -> SelectedSeries.selects(selector, s.labels()));
  }

  private void add(FailureKind kind, Problem plain, String key) {
    findings.add(
        new Finding(
            kind,
            new Problem(
                plain.severity(),
                plain.position(),
                plain.message(),
                plain.sourceLine(),
                plain.length(),
                // promtool would refuse the key.
                Optional.of(key + " in the test says that this is meant")
                    .filter(any -> file.file().usesFiredrillKeys()))));
  }

  /** The alerts that are expected not to be active and never were, each where it is first. */
  private Map<String, Position> nothingExpected() {
    Map<String, Position> names = new LinkedHashMap<>();
    scenario.alertTests().stream()
        .filter(test -> test.expected().isEmpty())
        .forEach(test -> names.putIfAbsent(test.alertname(), test.position()));
    scenario.alertStateTests().stream()
        .filter(
            test ->
                test.manner() != StateManner.AT_LEAST_ONCE
                    && (test.state() == AlertState.INACTIVE)
                        == (test.manner() == StateManner.ALWAYS))
        .forEach(test -> names.putIfAbsent(test.alertname(), test.position()));
    observed.alertStates().stream()
        .flatMap(alert -> alert.alert().get(Labels.ALERT_NAME).stream())
        .forEach(names::remove);
    return names;
  }

  /** The samples of a test's run. */
  static TestedSamples samples(Run run, Scenario scenario) {
    return new TestedSamples(run, fed(scenario));
  }

  private static List<Labels> fed(Scenario scenario) {
    return scenario.inputSeries().stream()
        .filter(InputUse::hasSamples)
        .map(InputSeries::labels)
        .toList();
  }

  private static boolean hasSamples(InputSeries series) {
    return Stream.concat(
            series.values().stream().flatMap(Optional::stream),
            series.timed().stream().map(TimedValue::value))
        .anyMatch(value -> !(value instanceof SampleValue.Stale));
  }
}
