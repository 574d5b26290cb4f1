package io.firedrill.internal.prometheus;

import io.firedrill.internal.prometheus.RuleStatus.Kind;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads one rule, and reports errors that every supported Prometheus rejects. */
final class RuleReader {

  private static final List<String> KEYS =
      List.of("record", "alert", "expr", "for", "keep_firing_for", "labels", "annotations");

  private final Problems problems;
  private final UnknownFields unknown;
  private final RuleDialect dialect;

  RuleReader(Problems problems, UnknownFields unknown, RuleDialect dialect) {
    this.problems = problems;
    this.unknown = unknown;
    this.dialect = dialect;
  }

  Optional<Rule> rule(YamlNode node) {
    YamlNode own = dialect.rule(node, problems);
    return Fields.of(unknown.read(own, KEYS), "a rule", KEYS, problems).flatMap(this::rule);
  }

  private Optional<Rule> rule(Fields fields) {
    Optional<YamlScalar> alert = fields.scalar("alert").filter(s -> !s.text().isEmpty());
    Optional<YamlScalar> record = fields.scalar("record").filter(s -> !s.text().isEmpty());
    if (alert.isPresent() && record.isPresent()) {
      problems.error(fields.key("record"), "a rule has \"alert\" or \"record\", not both");
    } else if (alert.isEmpty() && record.isEmpty()) {
      problems.error(fields.node(), "\"alert\" or \"record\" is missing in a rule");
    }
    Optional<YamlScalar> expr = fields.expression("expr");
    if (dialect == RuleDialect.VMALERT) {
      expr.ifPresent(e -> dialect.check(e, functions(e), problems));
    }
    Optional<Duration> pending = fields.duration("for");
    Optional<Duration> keepFiring = fields.duration("keep_firing_for");
    checkLabels(fields);
    checkNames(fields, "annotations", "an annotation", List.of(""));
    if (record.isPresent()) {
      checkRecordingRule(fields, record.get(), pending, keepFiring);
    }
    Kind kind = alert.isPresent() ? Kind.ALERTING : Kind.RECORDING;
    return alert
        .or(() -> record)
        .flatMap(
            name ->
                expr.map(
                    e ->
                        new Rule(
                            kind,
                            name.text(),
                            e.text(),
                            fields.position(),
                            e,
                            (YamlMapping) fields.node())));
  }

  private static List<String> functions(YamlScalar expr) {
    return Promql.tryParse(expr.text()).stream()
        .flatMap(parsed -> parsed.all().stream())
        .filter(FunctionCall.class::isInstance)
        .map(call -> ((FunctionCall) call).function().name())
        .toList();
  }

  private void checkRecordingRule(
      Fields fields, YamlScalar record, Optional<Duration> pending, Optional<Duration> keepFiring) {
    if (record.text().contains("{") || record.text().contains("}")) {
      problems.error(record, "braces in a recorded metric's name: do they belong to \"labels\"?");
    }
    if (pending.filter(d -> !d.isZero()).isPresent()) {
      refuse(fields, "for");
    }
    if (keepFiring.filter(d -> !d.isZero()).isPresent()) {
      refuse(fields, "keep_firing_for");
    }
    if (!fields.textMap("annotations").isEmpty()) {
      refuse(fields, "annotations");
    }
  }

  private void refuse(Fields fields, String key) {
    problems.error(fields.key(key), "a recording rule cannot have \"" + key + "\"");
  }

  /** The labels of a rule or a group. */
  void checkLabels(Fields fields) {
    checkNames(fields, "labels", "a label", List.of("", "__name__"));
  }

  private void checkNames(Fields fields, String key, String what, List<String> refused) {
    fields.textMap(key);
    fields
        .value(key)
        .filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast)
        .ifPresent(
            mapping ->
                mapping.entries().stream()
                    .map(YamlMapping.Entry::key)
                    .filter(k -> refused.contains(k.text()))
                    .forEach(
                        k ->
                            problems.error(
                                k, "\"" + k.text() + "\" cannot be the name of " + what)));
  }
}
