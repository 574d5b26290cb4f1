package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.Recordings;
import io.firedrill.internal.inversion.RuleInput;
import io.firedrill.internal.inversion.SamplingStep;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of some files that belong together. */
final class RuleBook {

  /** A Monday morning. */
  static final Instant USUAL_START = Instant.parse("2026-03-02T08:00:00Z");

  private static final Pattern LABEL =
      Pattern.compile("\\$labels\\.([a-zA-Z_][a-zA-Z0-9_]*)|\\.Labels\\.([a-zA-Z_][a-zA-Z0-9_]*)");

  private final Map<Path, List<RuleGroup>> files;
  private final Duration defaultInterval;
  private final Duration settling;
  private final Recordings recordings;
  private final List<AlertRule> alerts = new ArrayList<>();
  private final List<Rule> unreadable = new ArrayList<>();

  /**
   * @param settling how long tests last after an alert, for notifications
   */
  RuleBook(Map<Path, List<RuleGroup>> files, Duration defaultInterval, Duration settling) {
    this.settling = settling;
    this.files = new LinkedHashMap<>(files);
    this.defaultInterval = defaultInterval;
    List<Recordings.Recording> recorded = new ArrayList<>();
    forEachRule(
        (file, group, rule) -> {
          if (rule.kind() == RuleStatus.Kind.RECORDING) {
            Promql.tryParse(rule.expr())
                .ifPresent(
                    e ->
                        recorded.add(
                            new Recordings.Recording(rule.name(), labels(group, rule), e)));
          }
        });
    this.recordings = new Recordings(recorded);
    forEachRule(this::addAlert);
  }

  private interface RuleVisitor {
    void visit(Path file, RuleGroup group, Rule rule);
  }

  private void forEachRule(RuleVisitor visitor) {
    files.forEach(
        (file, groups) ->
            groups.forEach(group -> group.rules().forEach(r -> visitor.visit(file, group, r))));
  }

  private void addAlert(Path file, RuleGroup group, Rule rule) {
    if (rule.kind() != RuleStatus.Kind.ALERTING) {
      return;
    }
    Optional<Expr> expr = Promql.tryParse(rule.expr());
    if (expr.isEmpty()) {
      unreadable.add(rule);
      return;
    }
    RuleInput usual = input(rule, expr.get(), defaultInterval, group);
    Duration step = SamplingStep.of(usual, recordings, defaultInterval);
    RuleInput input = input(rule, expr.get(), step, group);
    Duration interval = input.interval();
    alerts.add(new AlertRule(file, group, rule, expr.get(), labels(group, rule), input, interval));
  }

  private RuleInput input(Rule rule, Expr expr, Duration step, RuleGroup group) {
    Duration evaluation = step.compareTo(defaultInterval) > 0 ? step : defaultInterval;
    return new RuleInput(
        expr,
        duration(rule, "for"),
        duration(rule, "keep_firing_for"),
        group.interval().orElse(evaluation),
        evaluation,
        step,
        USUAL_START,
        settling,
        wantedLabels(rule));
  }

  /** The alerting rules, in the order of the files. */
  List<AlertRule> alerts() {
    return alerts;
  }

  /** Rules whose expression the parser does not know. */
  List<Rule> unreadable() {
    return unreadable;
  }

  Recordings recordings() {
    return recordings;
  }

  Duration defaultInterval() {
    return defaultInterval;
  }

  List<RuleGroup> groups() {
    return files.values().stream().flatMap(List::stream).toList();
  }

  static Labels labels(RuleGroup group, Rule rule) {
    Map<String, String> labels = new TreeMap<>(texts(group.node(), "labels"));
    labels.putAll(texts(rule.node(), "labels"));
    return Labels.copyOf(labels);
  }

  /** The entries of a mapping of texts, in their order. */
  static Map<String, String> texts(YamlMapping node, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (node.get(key).orElse(null) instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (entry.value() instanceof YamlScalar value && !value.isNull()) {
          texts.put(entry.key().text(), value.text());
        }
      }
    }
    return texts;
  }

  private static Duration duration(Rule rule, String key) {
    return rule.node().get(key).orElse(null) instanceof YamlScalar text
        ? PrometheusDuration.parse(text.text()).orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  /** The labels that templates of the rule print. */
  private static Set<String> wantedLabels(Rule rule) {
    Set<String> names = new LinkedHashSet<>();
    for (String key : List.of("labels", "annotations")) {
      for (String text : texts(rule.node(), key).values()) {
        Matcher matcher = LABEL.matcher(text);
        while (matcher.find()) {
          names.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
      }
    }
    names.removeAll(texts(rule.node(), "labels").keySet());
    names.remove(Labels.ALERT_NAME);
    return names;
  }
}
