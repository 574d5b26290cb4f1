package io.firedrill.internal.manifest;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matchers and inhibition rules, which manifests write as mappings. */
final class MatcherConversion {

  private static final String NAMESPACE = "namespace";
  private static final List<String> OPERATORS = List.of("=", "!=", "=~", "!~");

  private final Problems problems;

  MatcherConversion(Problems problems) {
    this.problems = problems;
  }

  /** A list of matchers as texts: {@code severity="critical"}. */
  YamlSequence matchers(YamlNode list) {
    List<YamlNode> texts = new ArrayList<>();
    for (YamlNode item : Nodes.items(list)) {
      matcher(item).ifPresent(texts::add);
    }
    return new YamlSequence(list.position(), texts);
  }

  private Optional<YamlScalar> matcher(YamlNode node) {
    List<String> known = List.of("name", "value", "matchType", "regex");
    Optional<Fields> read = Fields.of(node, "a matcher", known, problems);
    Optional<YamlScalar> name = read.flatMap(fields -> fields.required("name"));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = read.get();
    Optional<YamlScalar> type = fields.scalar("matchType").filter(t -> !t.text().isEmpty());
    if (type.isPresent() && !OPERATORS.contains(type.get().text())) {
      problems.error(
          type.get(),
          "expected =, !=, =~ or !~ for \"matchType\", found \"" + type.get().text() + "\"");
      return Optional.empty();
    }
    String standard = fields.flag("regex").orElse(false) ? "=~" : "=";
    String operator = type.map(YamlScalar::text).orElse(standard);
    return Optional.of(name.get().asText(text(name.get().text(), operator, fields.text("value"))));
  }

  private static String text(String name, String operator, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
    return name + operator + '"' + escaped + '"';
  }

  /** An inhibition rule. */
  Optional<YamlMapping> inhibitRule(YamlNode node) {
    List<String> known = List.of("targetMatch", "sourceMatch", "equal");
    Optional<Fields> read = Fields.of(node, "an inhibition rule", known, problems);
    if (read.isEmpty() || !(node instanceof YamlMapping mapping)) {
      return Optional.empty();
    }
    Nodes rule = new Nodes(node);
    for (YamlMapping.Entry entry : mapping.entries()) {
      boolean empty = Nodes.items(entry.value()).isEmpty();
      switch (entry.key().text()) {
        case "sourceMatch" -> put(rule, entry, "source_matchers");
        case "targetMatch" -> put(rule, entry, "target_matchers");
        case "equal" -> {
          if (!empty) {
            rule.put(entry.key(), "equal", entry.value());
          }
        }
        default -> {
          // Reported.
        }
      }
    }
    return Optional.of(rule.mapping());
  }

  private void put(Nodes rule, YamlMapping.Entry entry, String name) {
    YamlSequence matchers = matchers(entry.value());
    if (!matchers.items().isEmpty()) {
      rule.put(entry.key(), name, matchers);
    }
  }

  /** A mapping whose list of matchers also requires a namespace, after its own ones. */
  static YamlMapping within(String namespace, YamlMapping mapping, String key) {
    YamlScalar added = place(mapping).asText(text(NAMESPACE, "=", namespace));
    List<YamlNode> all = new ArrayList<>(mapping.get(key).map(Nodes::items).orElse(List.of()));
    boolean there = all.stream().anyMatch(m -> m.toString().replace(" ", "").equals(added.text()));
    if (!there) {
      all.add(added);
    }
    return mapping.with(key, new YamlSequence(mapping.position(), all));
  }

  private static YamlScalar place(YamlMapping mapping) {
    return mapping.entries().isEmpty() ? YamlScalar.quoted("") : mapping.entries().get(0).key();
  }
}
