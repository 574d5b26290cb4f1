package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inhibition rules of a configuration. */
final class InhibitionNodes {

  private InhibitionNodes() {}

  static List<YamlMapping> of(YamlMapping root) {
    return Nodes.mappings(root, "inhibit_rules");
  }

  /** A rule's name in messages. */
  static String subject(YamlMapping rule) {
    return "inhibition of "
        + texts(rule, "target_match", "target_match_re", "target_matchers")
        + " by "
        + texts(rule, "source_match", "source_match_re", "source_matchers");
  }

  private static String texts(YamlMapping rule, String... keys) {
    return Stream.of(keys)
        .flatMap(key -> rule.get(key).stream())
        .map(value -> YamlText.of(value).replace("\\\"", "\""))
        .collect(Collectors.joining(" "));
  }
}
