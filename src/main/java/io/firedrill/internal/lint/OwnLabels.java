package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
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
      Pattern.compile("(?:\\$labels|\\.Labels)\\.([a-zA-Z_][a-zA-Z0-9_]*)");

  @Override
  public String name() {
    return "alert/own-labels";
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
          if (labels.containsKey(label.group(1))) {
            findings.add(
                text,
                template.start() + label.start(),
                label.group().length(),
                "templates do not see label \"" + label.group(1) + "\", which the rule itself adds",
                "they see the labels of the expression's result; write the value out");
          }
        }
      }
    }
  }
}
