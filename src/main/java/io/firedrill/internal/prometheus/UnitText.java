package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A unit's rule file with one element per line, so that a line number in Prometheus's message
 * identifies the element.
 *
 * @param lines the lines, in order
 */
record UnitText(List<Line> lines) {

  /**
   * A line of the file.
   *
   * @param text its text without the line end
   * @param from the user's group or rule
   * @param blamed the scalar that errors in this line point at, unless they are more specific
   */
  record Line(String text, YamlMapping from, YamlScalar blamed) {}

  static UnitText of(EvaluationUnit unit) {
    RuleGroup first = unit.groups().get(0);
    YamlScalar name = nameOf(first);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("groups:", first.node(), name));
    lines.add(new Line("- name: " + YamlText.quoted(unit.group()), first.node(), name));
    String interval = "  interval: " + PrometheusDuration.format(unit.interval());
    lines.add(new Line(interval, first.node(), first.node().key("interval").orElse(name)));
    for (String key : EvaluationUnit.SHARED_KEYS) {
      Optional<YamlNode> value = first.node().get(key).filter(v -> !v.isNull());
      value.ifPresent(
          v ->
              lines.add(
                  new Line(
                      "  " + key + ": " + YamlText.of(v),
                      first.node(),
                      first.node().key(key).orElse(name))));
    }
    lines.add(new Line("  rules:", first.node(), name));
    for (Rule rule : unit.rules()) {
      lines.add(new Line("  - " + YamlText.of(rule.node()), rule.node(), nameOf(rule)));
    }
    return new UnitText(lines);
  }

  String text() {
    return lines.stream().map(l -> l.text() + "\n").collect(Collectors.joining());
  }

  /** The line with Prometheus's number, from 1. */
  Optional<Line> line(int number) {
    return number >= 1 && number <= lines.size()
        ? Optional.of(lines.get(number - 1))
        : Optional.empty();
  }

  static YamlScalar nameOf(RuleGroup group) {
    return scalar(group.node(), "name");
  }

  static YamlScalar nameOf(Rule rule) {
    return scalar(rule.node(), rule.kind() == RuleStatus.Kind.ALERTING ? "alert" : "record");
  }

  private static YamlScalar scalar(YamlMapping mapping, String key) {
    return (YamlScalar) mapping.get(key).orElseThrow();
  }
}
