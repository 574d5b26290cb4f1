package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses Prometheus's errors about a unit's rule file ({@code model/rulefmt}), and finds their
 * positions in the user's file.
 */
final class UnitErrors {

  private static final Pattern RULE =
      Pattern.compile(
          "(?:\\d+:\\d+: )*group \"(?:[^\"\\\\]|\\\\.)*+\", rule (\\d{1,9}),"
              + " \"(?:[^\"\\\\]|\\\\.)*+\": (.*)",
          Pattern.DOTALL);
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "(label|annotation) \"((?:[^\"\\\\]|\\\\.)*+)\": (?:template: [^\\n]*?:(\\d{1,9}):)?.*",
          Pattern.DOTALL);
  private static final Pattern NAME =
      Pattern.compile("invalid (label|annotation) name: (.*)", Pattern.DOTALL);
  private static final Pattern YAML_LINE = Pattern.compile(" *line (\\d{1,9}): (.*)");
  private static final Pattern FIELD = Pattern.compile("field (\\S+) not found in type .*");

  private final EvaluationUnit unit;

  UnitErrors(EvaluationUnit unit) {
    this.unit = unit;
  }

  List<Problem> read(String message) {
    Matcher rule = RULE.matcher(message);
    if (rule.matches()) {
      int index = Integer.parseInt(rule.group(1)) - 1;
      List<Rule> rules = unit.rules();
      if (index >= 0 && index < rules.size()) {
        return List.of(rule(rules.get(index), rule.group(2)));
      }
    }
    List<Problem> lines =
        message.lines().map(YAML_LINE::matcher).filter(Matcher::matches).map(this::yaml).toList();
    return lines.isEmpty() ? List.of(group(message)) : lines;
  }

  private Problem rule(Rule rule, String message) {
    return ExpressionError.read(rule, message)
        .or(() -> template(rule, message))
        .or(() -> name(rule.node(), message))
        .orElseGet(() -> UnitText.nameOf(rule).error(RuleErrors.says(message), Optional.empty()));
  }

  private static Optional<Problem> template(Rule rule, String message) {
    Matcher matcher = TEMPLATE.matcher(message);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int line = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
    return mapping(rule.node(), matcher.group(1) + "s")
        .flatMap(mapping -> mapping.get(matcher.group(2)))
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .map(scalar -> atLine(scalar, line, RuleErrors.says(message)));
  }

  private static Problem atLine(YamlScalar scalar, int line, String message) {
    String[] lines = scalar.text().split("\n", -1);
    int offset = 0;
    for (int i = 1; i < line && i < lines.length; i++) {
      offset += lines[i - 1].length() + 1;
    }
    String text = lines[Math.min(line, lines.length) - 1].strip();
    return scalar.error(offset, Math.max(1, text.codePointCount(0, text.length())), message);
  }

  private static Optional<Problem> name(YamlMapping node, String message) {
    Matcher matcher = NAME.matcher(message);
    return matcher.matches()
        ? mapping(node, matcher.group(1) + "s")
            .flatMap(mapping -> mapping.key(matcher.group(2)))
            .map(key -> key.error(RuleErrors.says(message), Optional.empty()))
        : Optional.empty();
  }

  private Problem yaml(Matcher matcher) {
    String message = matcher.group(2);
    Optional<UnitText.Line> line = UnitText.of(unit).line(Integer.parseInt(matcher.group(1)));
    Matcher field = FIELD.matcher(message);
    if (line.isEmpty()) {
      return group(message);
    }
    Optional<YamlScalar> key =
        field.matches() ? line.get().from().key(field.group(1)) : Optional.empty();
    return key.orElse(line.get().blamed()).error(RuleErrors.says(message), Optional.empty());
  }

  private Problem group(String message) {
    RuleGroup first = unit.groups().get(0);
    return name(first.node(), message)
        .orElseGet(() -> UnitText.nameOf(first).error(RuleErrors.says(message), Optional.empty()));
  }

  private static Optional<YamlMapping> mapping(YamlMapping node, String key) {
    return node.get(key).filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
  }
}
