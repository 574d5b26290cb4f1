package io.firedrill.internal.live;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.relevance.MissingInput;
import io.firedrill.internal.relevance.MissingInput.Missing;
import io.firedrill.internal.relevance.ReadMetrics;
import io.firedrill.internal.relevance.WithoutSamples;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.TestedSamples;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Series that a drill feeds for nothing, and assertions of nothing that had nothing to check. */
final class DrillInputUse {

  private final Set<Labels> fed = new LinkedHashSet<>();
  private final List<String> queries = new ArrayList<>();
  private final Set<String> quietAlerts = new LinkedHashSet<>();
  private final Set<String> quietReceivers = new LinkedHashSet<>();
  private final Set<String> unread = new HashSet<>();
  private final Set<String> withoutSamples = new HashSet<>();

  void allowUnread(List<String> metrics) {
    unread.addAll(metrics);
  }

  void allowWithoutSamples(List<String> names) {
    withoutSamples.addAll(names);
  }

  void fed(Labels series) {
    fed.add(series);
  }

  void queried(String promql) {
    queries.add(promql);
  }

  /** Alerts of this name are asserted not to be active. */
  void expectNoAlert(String alertname) {
    quietAlerts.add(alertname);
  }

  /** A receiver is asserted to have got nothing. */
  void expectNoNotification(String receiver) {
    quietReceivers.add(receiver);
  }

  /** What was without use in the whole drill. */
  List<String> problems(Run run, Observed observed) {
    List<Rule> rules = run.rules();
    List<String> problems = new ArrayList<>();
    ReadMetrics reads = ReadMetrics.of(rules, queries);
    fed.stream()
        .filter(series -> !unread.contains(series.metricName()) && !reads.read(series))
        .map(series -> unread(series.metricName(), reads))
        .distinct()
        .forEach(problems::add);
    TestedSamples samples = new TestedSamples(run, List.copyOf(fed));
    MissingInput missing = new MissingInput(rules, samples);
    for (String alert : quietAlerts) {
      boolean wasActive =
          observed.alertStates().stream()
              .anyMatch(a -> a.alert().get(Labels.ALERT_NAME).filter(alert::equals).isPresent());
      if (!wasActive) {
        add(problems, alert, alert + " cannot fire in this drill", missing.ofAlert(alert), samples);
      }
    }
    for (String receiver : quietReceivers) {
      add(
          problems,
          receiver,
          "no alert can fire in this drill, and so none notifies " + receiver,
          missing.ofAllAlerts(),
          samples);
    }
    return problems;
  }

  private static String unread(String metric, ReadMetrics reads) {
    return "no rule and no query reads %s%s; unreadSeries(\"%s\") says that this is meant"
        .formatted(
            metric,
            reads.nearest(metric).map(n -> "; the nearest metric that is read is " + n).orElse(""),
            metric);
  }

  private void add(
      List<String> problems,
      String name,
      String message,
      List<Missing> missing,
      TestedSamples samples) {
    if (!missing.isEmpty() && !withoutSamples.contains(name)) {
      problems.add(
          "%s: %s; withoutSamples(\"%s\") says that this is meant"
              .formatted(message, WithoutSamples.text(missing, samples.fed()), name));
    }
  }
}
