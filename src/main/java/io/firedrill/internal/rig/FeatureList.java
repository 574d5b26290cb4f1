package io.firedrill.internal.rig;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Joins command lines: features of both are in one flag, because Alertmanager takes only one. */
final class FeatureList {

  private static final String FLAG = "--enable-feature=";

  private FeatureList() {}

  /** A command line with more arguments. */
  static List<String> with(List<String> command, List<String> more) {
    Set<String> features = new LinkedHashSet<>();
    List<String> joined = new ArrayList<>();
    for (List<String> part : List.of(command, more)) {
      for (String word : part) {
        if (word.startsWith(FLAG)) {
          features.addAll(List.of(word.substring(FLAG.length()).split("\\s*,\\s*")));
        } else {
          joined.add(word);
        }
      }
    }
    features.remove("");
    if (!features.isEmpty()) {
      joined.add(FLAG + String.join(",", features));
    }
    return joined;
  }
}
