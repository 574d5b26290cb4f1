package io.firedrill.alertmanager;

import io.firedrill.source.YamlMapping;
import java.util.List;

/**
 * Where an integration stands: its endpoint, and what it may take from elsewhere.
 *
 * @param endpoint its stand-in
 * @param global the user's global section
 * @param files takes the files that settings refer to
 */
record Place(Endpoint endpoint, YamlMapping global, ConfigFiles files) {

  /** Whether the global section has any of these keys. */
  boolean globalHasAny(List<String> keys) {
    return keys.stream()
        .anyMatch(k -> global.get(k).filter(v -> !Settings.isNothing(v)).isPresent());
  }
}
