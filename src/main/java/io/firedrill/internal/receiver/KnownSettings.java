package io.firedrill.internal.receiver;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import java.util.Set;

/**
 * Keeps the known settings of a configuration. No others reach the server in a test, because
 * settings of later versions may send data elsewhere.
 */
public final class KnownSettings {

  private KnownSettings() {}

  /** The known settings of a mapping. */
  public static YamlMapping of(Set<String> known, YamlMapping settings) {
    return new YamlMapping(
        settings.position(),
        settings.entries().stream().filter(e -> known.contains(e.key().text())).toList());
  }

  /** Warns of each unknown setting, which is left out. */
  public static void warn(Set<String> known, YamlNode settings, Problems problems) {
    if (settings instanceof YamlMapping mapping) {
      mapping.entries().stream()
          .map(YamlMapping.Entry::key)
          .filter(key -> !known.contains(key.text()))
          .forEach(key -> problems.warning(key, "\"" + key.text() + "\" is left out in tests"));
    }
  }
}
