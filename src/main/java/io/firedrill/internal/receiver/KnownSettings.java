package io.firedrill.internal.receiver;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import java.util.Set;

/**
 * Keeps the settings of a configuration that are known. No others reach the server in a test: what
 * a later version adds may send something somewhere.
 */
public final class KnownSettings {

  private KnownSettings() {}

  /** The known settings of a mapping. */
  public static YamlMapping of(Set<String> known, YamlMapping settings) {
    return new YamlMapping(
        settings.position(),
        settings.entries().stream().filter(e -> known.contains(e.key().text())).toList());
  }

  /** Warns of each setting that is not known, and therefore left out. */
  public static void warn(Set<String> known, YamlNode settings, Problems problems) {
    if (settings instanceof YamlMapping mapping) {
      mapping.entries().stream()
          .map(YamlMapping.Entry::key)
          .filter(key -> !known.contains(key.text()))
          .forEach(key -> problems.warning(key, "\"" + key.text() + "\" is left out in tests"));
    }
  }
}
