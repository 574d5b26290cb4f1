package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Read;
import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.promql.Selector;
import io.firedrill.model.AlertState;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Searches inputs of many rules at once: each round tries one attempt of every rule. */
final class Search {

  /** A selector may read any metric. */
  static final String ANY_METRIC = "";

  private final RuleBook book;
  private final TrialRuns runs;
  private final Map<Rule, List<TrialRule>> related = new IdentityHashMap<>();
  private final Map<Rule, Set<String>> metrics = new IdentityHashMap<>();

  Search(RuleBook book, TrialRuns runs) {
    this.book = book;
    this.runs = runs;
  }

  /** A listener for the progress of a search. */
  interface Progress {
    /** So many rules have an input. */
    void found(int rules);
  }

  /** Searches inputs of these rules. */
  List<Attempts> search(List<AlertRule> rules, Progress progress) {
    List<Attempts> all = new ArrayList<>();
    rules.forEach(rule -> all.add(new Attempts(rule, book)));
    boolean more = true;
    while (more) {
      List<Attempts> owners = new ArrayList<>();
      List<Trial> trials = new ArrayList<>();
      for (Attempts attempts : all) {
        for (InputPlan input : attempts.next()) {
          owners.add(attempts);
          trials.add(trial(attempts.rule(), input));
        }
      }
      more = !trials.isEmpty();
      tryAll(owners, trials);
      progress.found((int) all.stream().filter(a -> a.fires().isPresent()).count());
    }
    List<Attempts> owners = new ArrayList<>();
    List<Trial> trials = new ArrayList<>();
    for (Attempts attempts : all) {
      for (InputPlan input : attempts.shortened()) {
        owners.add(attempts);
        trials.add(trial(attempts.rule(), input));
      }
    }
    tryAll(owners, trials);
    return all;
  }

  private void tryAll(List<Attempts> owners, List<Trial> trials) {
    List<TrialResult> results = runs.tryAll(trials);
    for (int i = 0; i < trials.size(); i++) {
      owners.get(i).note(trials.get(i).input(), results.get(i));
    }
  }

  private Trial trial(AlertRule rule, InputPlan input) {
    return new Trial(input, related(rule.rule()), rule.rule(), List.of());
  }

  /**
   * Tries the inputs that were found once more beside a background, and takes their results if the
   * alerts do the same.
   *
   * @return the rules whose alerts do something else then
   */
  Set<AlertRule> besides(List<Attempts> all, Background background) {
    Set<AlertRule> disturbed = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Attempts> owners = new ArrayList<>();
    List<Attempts.Tried> before = new ArrayList<>();
    List<Trial> trials = new ArrayList<>();
    for (Attempts attempts : all) {
      if (background.reads(metrics(attempts.rule().rule()))) {
        for (Attempts.Tried tried : attempts.all()) {
          owners.add(attempts);
          before.add(tried);
          long samples = tried.input().length().dividedBy(tried.input().step());
          trials.add(
              new Trial(
                  tried.input(),
                  related(attempts.rule().rule()),
                  attempts.rule().rule(),
                  background.series(samples)));
        }
      }
    }
    List<TrialResult> results = runs.tryAll(trials);
    for (int i = 0; i < results.size(); i++) {
      if (!results.get(i).alerts().equals(before.get(i).result().alerts())) {
        disturbed.add(owners.get(i).rule());
      }
    }
    return disturbed;
  }

  /** The inputs that make other alerts of some rule files pending, or may do so. */
  Set<InputPlan> disturbing(Map<InputPlan, AlertRule> inputs, Map<InputPlan, List<Path>> files) {
    List<InputPlan> order = new ArrayList<>(inputs.keySet());
    List<Trial> trials = new ArrayList<>();
    for (InputPlan input : order) {
      Rule subject = inputs.get(input).rule();
      trials.add(new Trial(input, readers(subject, input, files.get(input)), subject, List.of()));
    }
    List<TrialResult> results = runs.tryAll(trials);
    Set<InputPlan> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < order.size(); i++) {
      boolean quiet =
          results.get(i).error().isEmpty()
              && results.get(i).alerts().values().stream()
                  .noneMatch(states -> states.containsValue(AlertState.FIRING));
      if (!quiet) {
        found.add(order.get(i));
      }
    }
    return found;
  }

  /** The rules of some files that read a series of an input, with what they read. */
  private List<TrialRule> readers(Rule subject, InputPlan input, List<Path> files) {
    Set<String> fed = new HashSet<>();
    input.series().forEach(series -> fed.add(series.labels().metricName()));
    Set<Rule> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(subject, needed);
    for (AlertRule other : book.alerts()) {
      Set<String> read = read(other.rule());
      if (files.contains(other.file())
          && (read.contains(ANY_METRIC) || read.stream().anyMatch(fed::contains))) {
        collect(other.rule(), needed);
      }
    }
    return inOrder(needed);
  }

  private Set<String> read(Rule rule) {
    return metrics.computeIfAbsent(rule, this::metrics);
  }

  /** The metrics that a rule reads, also through recording rules. */
  Set<String> metrics(Rule rule) {
    Set<String> names = new TreeSet<>();
    for (TrialRule member : related(rule)) {
      Promql.tryParse(member.rule().expr())
          .map(Read::selectors)
          .orElse(List.of())
          .forEach(selector -> names.add(selector.metric().orElse(ANY_METRIC)));
    }
    return names;
  }

  /**
   * A rule, those of the same name, and the rules that record or raise what they read, in the order
   * of the files.
   */
  List<TrialRule> related(Rule rule) {
    return related.computeIfAbsent(rule, this::find);
  }

  private List<TrialRule> find(Rule rule) {
    Set<Rule> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    for (AlertRule other : book.alerts()) {
      if (other.name().equals(rule.name())) {
        collect(other.rule(), needed);
      }
    }
    return inOrder(needed);
  }

  private List<TrialRule> inOrder(Set<Rule> needed) {
    List<TrialRule> found = new ArrayList<>();
    for (RuleGroup group : book.groups()) {
      for (Rule member : group.rules()) {
        if (needed.contains(member)) {
          found.add(new TrialRule(group, member));
        }
      }
    }
    return found;
  }

  private void collect(Rule rule, Set<Rule> needed) {
    if (!needed.add(rule)) {
      return;
    }
    Promql.tryParse(rule.expr())
        .map(Read::selectors)
        .orElse(List.of())
        .forEach(
            selector ->
                book.groups().stream()
                    .flatMap(group -> group.rules().stream())
                    .filter(other -> gives(other, selector))
                    .forEach(other -> collect(other, needed)));
  }

  private static boolean gives(Rule rule, Selector selector) {
    boolean alert = rule.kind() == RuleStatus.Kind.ALERTING;
    String label = alert ? Labels.ALERT_NAME : Labels.METRIC_NAME;
    boolean alerts =
        selector
            .metric()
            .filter(m -> m.equals("ALERTS") || m.equals("ALERTS_FOR_STATE"))
            .isPresent();
    if (alert != alerts) {
      return false;
    }
    Labels own = Labels.of(label, rule.name());
    for (LabelMatcher matcher : selector.matchers()) {
      if (matcher.name().equals(label) && !SelectedSeries.matches(matcher, own)) {
        return false;
      }
    }
    return selector.matchers().stream().anyMatch(m -> m.name().equals(label));
  }
}
