package io.firedrill.internal.vetting;

import io.firedrill.internal.source.YamlMapping;
import java.util.Optional;

/** A server that checks a configuration without loading it. */
public interface Judge {

  /** Why the server refuses a configuration, or the empty string if it accepts it. */
  String refusal(YamlMapping root);

  /** A hint for one of its complaints. */
  default Optional<String> hint(String complaint) {
    return Optional.empty();
  }
}
