package io.firedrill.internal.mutation;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSource;
import io.firedrill.internal.source.YamlText;
import java.nio.file.Path;
import java.util.Set;

/** Makes copies of rules. */
final class RuleCopy {

  private RuleCopy() {}

  /**
   * A copy with a suffix at its name, and at the metrics of other copies that it reads.
   *
   * @param node the rule
   * @param copied the metrics that other copies record
   */
  static Rule of(RuleStatus.Kind kind, YamlMapping node, Set<String> copied, String suffix) {
    String key = key(kind);
    String name = text(node, key);
    YamlMapping renamed =
        node.with(key, YamlScalar.quoted(name + suffix))
            .with(
                "expr",
                YamlScalar.quoted(SelectorNames.renamed(text(node, "expr"), copied, suffix)));
    return parsed(kind, renamed, suffix);
  }

  /** The rule of a node, whose positions name its mutant instead of a file. */
  static Rule parsed(RuleStatus.Kind kind, YamlMapping node, String suffix) {
    YamlMapping own =
        (YamlMapping)
            YamlSource.parse(Path.of(suffix), YamlText.of(node) + "\n").documents().get(0);
    YamlScalar expr = (YamlScalar) own.get("expr").orElseThrow();
    return new Rule(kind, text(own, key(kind)), expr.text(), own.position(), expr, own);
  }

  private static String key(RuleStatus.Kind kind) {
    return kind == RuleStatus.Kind.ALERTING ? "alert" : "record";
  }

  private static String text(YamlMapping node, String key) {
    return ((YamlScalar) node.get(key).orElseThrow()).text();
  }
}
