package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.YamlScalar;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Templates see the labels of the expression's result, not those that the rule adds: Prometheus
 * expands them first ({@code rules/alerting.go}).
 */
final class OwnLabels implements RuleCheck {

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?\\}\\}", Pattern.DOTALL);
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:\\$labels|\\.Labels)\\.([a-zA-Z_][a-zA-Z0-9_]*)"
              + "|index +(?:\\$labels|\\.Labels) +\"([^\"]+)\"");

  @Override
  public String name() {
    return "alert/own-labels";
  }

  @Override
  public String about() {
    return "Templates use only labels that they see";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (!RuleParts.isAlert(rule)) {
      return;
    }
    Map<String, YamlScalar> labels = RuleParts.texts(rule, "labels");
    for (YamlScalar text : RuleParts.texts(rule, "annotations").values()) {
      Matcher template = TEMPLATE.matcher(text.text());
      while (template.find()) {
        Matcher label = LABEL.matcher(template.group());
        while (label.find()) {
          String name = label.group(1) == null ? label.group(2) : label.group(1);
          YamlScalar own = labels.get(name);
          if (own != null && !resultHas(rule, name, own)) {
            boolean ofGroup = own.position().compareTo(rule.position()) < 0;
            findings.add(
                text,
                template.start() + label.start(),
                label.group().length(),
                "templates do not see label \"%s\", which %s adds"
                    .formatted(name, ofGroup ? "the rule's group" : "the rule itself"),
                "they see the labels of the expression's result; write the value out");
          }
        }
      }
    }
  }

  /** Whether the result has the label anyway: the expression or the label's value names it. */
  private static boolean resultHas(Rule rule, String name, YamlScalar own) {
    Matcher reused = LABEL.matcher(own.text());
    while (reused.find()) {
      if (name.equals(reused.group(1)) || name.equals(reused.group(2))) {
        return true;
      }
    }
    return Promql.tryParse(rule.expr()).filter(expr -> NamedLabels.in(expr, name)).isPresent();
  }
}
