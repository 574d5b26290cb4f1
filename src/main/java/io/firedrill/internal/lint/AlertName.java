package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.source.Severity;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Alerts are named in CamelCase, as Prometheus's documentation recommends. */
final class AlertName implements RuleCheck {

  private static final Pattern CAMEL_CASE = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final Pattern BREAK = Pattern.compile("[^A-Za-z0-9]+");

  @Override
  public String name() {
    return "alert/name";
  }

  @Override
  public String about() {
    return "Alerts are named in CamelCase";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (RuleParts.isAlert(rule) && !CAMEL_CASE.matcher(rule.name()).matches()) {
      String wanted = camelCase(rule.name());
      String message = "alert \"" + rule.name() + "\" is not in CamelCase";
      if (CAMEL_CASE.matcher(wanted).matches()) {
        findings.add(RuleParts.name(rule), message, "rename it to " + wanted);
      } else {
        findings.add(RuleParts.name(rule), message);
      }
    }
  }

  private static String camelCase(String name) {
    return Arrays.stream(BREAK.split(name))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
