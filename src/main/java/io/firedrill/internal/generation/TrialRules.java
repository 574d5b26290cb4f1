package io.firedrill.internal.generation;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes renamed copies of the rules of many trials as one rule file. */
final class TrialRules {

  private static final List<String> GROUP_KEYS = List.of("interval", "limit", "query_offset");
  private static final List<String> ALERT_KEYS = List.of("for", "keep_firing_for");

  private final StringBuilder text = new StringBuilder("groups:\n");
  private int groups;

  void add(Trial trial, String prefix) {
    RenamedMetrics renamed = new RenamedMetrics(prefix);
    String last = null;
    for (TrialRule member : trial.rules()) {
      String group = member.group().position().toString();
      if (!group.equals(last)) {
        text.append("- name: ").append(YamlText.quoted("g" + groups++)).append('\n');
        copy(member.group().node(), GROUP_KEYS, "  ");
        mapping("labels", RuleBook.texts(member.group().node(), "labels"), "  ");
        text.append("  rules:\n");
        last = group;
      }
      rule(member.rule(), prefix, renamed);
    }
  }

  private void rule(Rule rule, String prefix, RenamedMetrics renamed) {
    boolean alert = rule.kind() == RuleStatus.Kind.ALERTING;
    text.append(alert ? "  - alert: " : "  - record: ");
    text.append(YamlText.quoted(prefix + rule.name())).append('\n');
    String expr = Promql.tryParse(rule.expr()).map(e -> renamed.expr(e).toString()).orElseThrow();
    text.append("    expr: ").append(YamlText.quoted(expr)).append('\n');
    copy(rule.node(), ALERT_KEYS, "    ");
    mapping("labels", RuleBook.texts(rule.node(), "labels"), "    ");
    mapping("annotations", RuleBook.texts(rule.node(), "annotations"), "    ");
  }

  private void copy(YamlMapping node, List<String> keys, String indent) {
    for (String key : keys) {
      Optional<YamlNode> value = node.get(key);
      if (value.orElse(null) instanceof YamlScalar scalar && !scalar.isNull()) {
        text.append(indent).append(key).append(": ").append(scalar.text()).append('\n');
      }
    }
  }

  private void mapping(String key, Map<String, String> values, String indent) {
    if (values.isEmpty()) {
      return;
    }
    text.append(indent).append(key).append(":\n");
    values.forEach(
        (name, value) ->
            text.append(indent)
                .append("  ")
                .append(YamlText.quoted(name))
                .append(": ")
                .append(YamlText.quoted(value))
                .append('\n'));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
