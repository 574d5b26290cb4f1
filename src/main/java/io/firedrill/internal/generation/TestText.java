package io.firedrill.internal.generation;

import io.firedrill.internal.generation.StateWindows.Window;
import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.inversion.PlannedSeries;
import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes one test of a scenario file. */
final class TestText {

  private static final int WIDTH = 100;

  private final AlertRule rule;
  private final Labels told;
  private final Duration evaluationInterval;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param told the labels that distinguish the rule from others of its name
   * @param evaluationInterval the file's
   */
  TestText(AlertRule rule, Labels told, Duration evaluationInterval) {
    this.rule = rule;
    this.told = told;
    this.evaluationInterval = evaluationInterval;
  }

  /** A test with the states that a server was seen in. */
  String of(Attempts.Tried tried, boolean dated, Optional<NotificationsText> notifications) {
    InputPlan input = tried.input();
    line("- name: " + Yaml.plain(name(tried)));
    if (dated || input.isStartChosen()) {
      line("  start_timestamp: " + input.start());
    }
    series(input);
    line("  run_for: " + time(input.length()));
    states(tried);
    if (input.kind() == InputPlan.Kind.FIRES) {
      alerts(tried);
    }
    notifications.ifPresent(n -> text.append(n));
    return text.toString();
  }

  private void line(String content) {
    text.append(content).append('\n');
  }

  static String time(Duration duration) {
    return duration.isZero() ? "0m" : PrometheusDuration.format(duration);
  }

  String name(Attempts.Tried tried) {
    String subject = rule.name() + (told.isEmpty() ? "" : " of " + labelWords());
    return switch (tried.input().kind()) {
      case FIRES -> subject + " fires" + waits(tried) + resolves(tried);
      case NEAR_MISS -> subject + " does not fire " + tried.input().condition();
      case TOO_SHORT ->
          subject + " does not fire if it is over in less than " + time(rule.input().pending());
    };
  }

  private String labelWords() {
    List<String> words = new ArrayList<>();
    told.asMap().forEach((name, value) -> words.add(name + " " + value));
    return String.join(", ", words);
  }

  private String waits(Attempts.Tried tried) {
    Duration wait = rule.input().pending();
    return wait.isZero() ? "" : " after " + time(wait);
  }

  private String resolves(Attempts.Tried tried) {
    Optional<Duration> last = tried.result().lastFiring(rule.name());
    boolean ends =
        last.filter(l -> l.compareTo(tried.input().length().minus(rule.interval())) <= 0)
            .isPresent();
    return ends ? " and resolves" : "";
  }

  private void series(InputPlan input) {
    if (input.series().isEmpty()) {
      line("  input_series: []");
      return;
    }
    line("  input_series:");
    for (PlannedSeries series : input.series()) {
      line("  # " + series.comment());
      line("  - series: " + Yaml.plain(series.labels().toString()));
      line("    values: " + Yaml.values(series.values()));
    }
  }

  private void states(Attempts.Tried tried) {
    List<Window> windows =
        StateWindows.of(
            tried.result().alerts(), rule.name(), told, rule.interval(), tried.input().length());
    line("  alert_state_test:");
    for (Window window : windows) {
      String labels = told.isEmpty() ? "" : ", labels: " + Yaml.flow(told.asMap());
      line(
          "  - {alertname: %s%s, from: %s, to: %s, state: %s}"
              .formatted(
                  Yaml.inFlow(rule.name()),
                  labels,
                  time(window.from()),
                  time(window.to()),
                  window.state().name().toLowerCase(Locale.ROOT)));
    }
  }

  private void alerts(Attempts.Tried tried) {
    List<ActiveAlert> firing =
        tried.result().firing().stream()
            .filter(a -> a.labels().get(Labels.ALERT_NAME).filter(rule.name()::equals).isPresent())
            .filter(a -> a.state() == AlertState.FIRING)
            .sorted(Comparator.comparing(ActiveAlert::labels))
            .toList();
    if (firing.isEmpty()) {
      return;
    }
    line("  alert_rule_test:");
    line("  - eval_time: " + time(tried.input().end().minus(tried.input().step())));
    line("    alertname: " + Yaml.plain(rule.name()));
    line("    exp_alerts:");
    for (ActiveAlert alert : firing) {
      mapping("    - exp_labels:", alert.labels().without(Labels.ALERT_NAME).asMap());
      if (!alert.annotations().isEmpty()) {
        mapping("      exp_annotations:", new TreeMap<>(alert.annotations()));
      }
    }
  }

  private void mapping(String key, Map<String, String> values) {
    String flow = key + " " + Yaml.flow(values);
    if (flow.length() <= WIDTH) {
      line(flow);
      return;
    }
    line(key);
    values.forEach((name, value) -> line("        " + Yaml.plain(name) + ": " + Yaml.plain(value)));
  }
}
