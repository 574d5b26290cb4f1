package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleStatus.Kind;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parts of a rule that checks read. */
final class RuleParts {

  private RuleParts() {}

  static boolean isAlert(Rule rule) {
    return rule.kind() == Kind.ALERTING;
  }

  /** The name of the alert or recorded metric, as a scalar of the file. */
  static YamlScalar name(Rule rule) {
    return scalar(rule.node(), isAlert(rule) ? "alert" : "record").orElseThrow();
  }

  static Optional<YamlScalar> scalar(YamlMapping mapping, String key) {
    return mapping
        .get(key)
        .filter(value -> !value.isNull() && value instanceof YamlScalar)
        .map(YamlScalar.class::cast);
  }

  /** The value of a label. An empty value means that there is no label. */
  static Optional<YamlScalar> label(Rule rule, String name) {
    return Optional.ofNullable(texts(rule, "labels").get(name)).filter(v -> !v.text().isBlank());
  }

  /** The text of an annotation; empty if the text is. */
  static Optional<YamlScalar> annotation(Rule rule, String name) {
    return Optional.ofNullable(texts(rule, "annotations").get(name))
        .filter(v -> !v.text().isBlank());
  }

  /** The labels or annotations, in file order. */
  static Map<String, YamlScalar> texts(Rule rule, String key) {
    Map<String, YamlScalar> texts = new LinkedHashMap<>();
    if (rule.node().get(key).orElse(null) instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        YamlNode value = entry.value();
        if (value instanceof YamlScalar scalar && !scalar.isNull()) {
          texts.put(entry.key().text(), scalar);
        }
      }
    }
    return texts;
  }

  /** The rule's name in messages. */
  static String called(Rule rule) {
    return (isAlert(rule) ? "alert \"" : "recording rule \"") + rule.name() + "\"";
  }
}
