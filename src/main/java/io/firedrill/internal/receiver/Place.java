package io.firedrill.internal.receiver;

import io.firedrill.internal.source.YamlMapping;
import java.util.List;

/**
 * The context of an integration: its endpoint and shared settings.
 *
 * @param endpoint its stand-in
 * @param ports the ports of the stand-ins
 * @param global the user's global section
 * @param files takes the files that settings refer to
 */
record Place(Endpoint endpoint, SinkPorts ports, YamlMapping global, ConfigFiles files) {

  /** The stand-in's address. */
  String url() {
    return "http://127.0.0.1:" + ports.http() + endpoint.path();
  }

  /** Whether the global section has any of these keys. */
  boolean globalHasAny(List<String> keys) {
    return keys.stream()
        .anyMatch(k -> global.get(k).filter(v -> !Settings.isNothing(v)).isPresent());
  }
}
