package io.firedrill.internal.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Expands {@code <<: *defaults}: keys of the mapping itself have precedence, then those merged
 * first.
 */
final class MergeKeys {

  /** Makes the exception to throw. */
  interface Failure {
    InputException at(Position position, int length, String message, String hint);
  }

  private MergeKeys() {}

  static List<YamlMapping.Entry> resolve(List<YamlMapping.Entry> entries, Failure failure) {
    if (entries.stream().noneMatch(MergeKeys::isMerge)) {
      return entries;
    }
    List<YamlMapping.Entry> result = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    entries.stream().filter(e -> !isMerge(e)).forEach(e -> add(e, result, keys));
    for (YamlMapping.Entry merge : entries) {
      if (isMerge(merge)) {
        List<YamlNode> sources =
            merge.value() instanceof YamlSequence list ? list.items() : List.of(merge.value());
        for (YamlNode node : sources) {
          if (!(node instanceof YamlMapping mapping)) {
            throw failure.at(
                merge.key().position(), 2, "<< must refer to a mapping, not " + node.kind(), null);
          }
          mapping.entries().forEach(e -> add(e, result, keys));
        }
      }
    }
    return result;
  }

  private static void add(
      YamlMapping.Entry entry, List<YamlMapping.Entry> entries, Set<String> keys) {
    if (keys.add(entry.key().text())) {
      entries.add(entry);
    }
  }

  private static boolean isMerge(YamlMapping.Entry entry) {
    return entry.key().style() == YamlScalar.Style.PLAIN && entry.key().text().equals("<<");
  }
}
