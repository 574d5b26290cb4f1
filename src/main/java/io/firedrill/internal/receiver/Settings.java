package io.firedrill.internal.receiver;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;

/** Helpers for settings. */
final class Settings {

  /** The end of a key that names a file with the value. */
  static final String FILE = "_file";

  /** Replaces a secret. */
  static final String NO_SECRET = "firedrill";

  /** Replaces a secret that is a template and has no effect in tests. */
  static final String MARKED_SECRET = Marker.withFull(NO_SECRET);

  /** The same for a secret in a header, which cannot contain control characters. */
  static final String PLAINLY_MARKED_SECRET = Marker.withPlain(NO_SECRET + ":");

  private Settings() {}

  /** Whether a value counts as unset: null or an empty text. */
  static boolean isNothing(YamlNode value) {
    return value.isNull() || value instanceof YamlScalar scalar && scalar.text().isEmpty();
  }

  static boolean has(YamlMapping settings, String key) {
    return settings.get(key).filter(v -> !isNothing(v)).isPresent();
  }

  /** A setting's text, or the empty string. */
  static String text(YamlMapping settings, String key) {
    return settings
        .get(key)
        .filter(v -> !isNothing(v) && v instanceof YamlScalar)
        .map(v -> ((YamlScalar) v).text())
        .orElse("");
  }

  /** The same settings, with the value of a key replaced if there is one. */
  static YamlMapping replaced(YamlMapping settings, String key, String value) {
    return has(settings, key) ? settings.with(key, YamlScalar.quoted(value)) : settings;
  }
}
