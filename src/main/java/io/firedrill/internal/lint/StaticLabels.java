package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels identify an alert: if a label contains a changing value, each change starts a new alert.
 */
final class StaticLabels implements RuleCheck {

  private static final Pattern VALUE = Pattern.compile("\\{\\{.*?\\}\\}", Pattern.DOTALL);

  @Override
  public String name() {
    return "alert/static-labels";
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (!RuleParts.isAlert(rule)) {
      return;
    }
    RuleParts.texts(rule, "labels")
        .forEach(
            (name, value) -> {
              Matcher template = VALUE.matcher(value.text());
              if (template.find()) {
                findings.add(
                    value,
                    template.start(),
                    template.group().length(),
                    "label \"" + name + "\" is a template: each change starts a new alert",
                    "put values that change into an annotation");
              }
            });
  }
}
