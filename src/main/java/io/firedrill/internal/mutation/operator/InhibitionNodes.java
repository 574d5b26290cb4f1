package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import java.util.List;

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
    return MatcherLists.text(rule, List.of(keys));
  }
}
