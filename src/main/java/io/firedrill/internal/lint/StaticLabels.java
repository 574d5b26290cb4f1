package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels identify an alert: if a label contains a changing value, each change starts a new alert.
 */
final class StaticLabels implements RuleCheck {

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?\\}\\}", Pattern.DOTALL);

  /** What gives another text at another evaluation; an element's own labels do not. */
  private static final Pattern CHANGES = Pattern.compile("\\$value\\b|\\.Value\\b|\\bquery\\b");

  @Override
  public String name() {
    return "alert/static-labels";
  }

  @Override
  public String about() {
    return "Labels of alerts do not contain values that change";
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (!RuleParts.isAlert(rule)) {
      return;
    }
    RuleParts.texts(rule, "labels")
        .forEach(
            (name, value) -> {
              Matcher template = TEMPLATE.matcher(value.text());
              boolean changes = CHANGES.matcher(value.text()).find();
              if (changes && template.find()) {
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
