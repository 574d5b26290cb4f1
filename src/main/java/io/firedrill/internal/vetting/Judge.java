package io.firedrill.internal.vetting;

import io.firedrill.internal.source.YamlMapping;
import java.util.Optional;

/** A server that says what it thinks of a configuration, and never loads it. */
public interface Judge {

  /** Why the server refuses a configuration, or the empty string where it does not. */
  String refusal(YamlMapping root);

  /** What may help against one of its complaints. */
  default Optional<String> hint(String complaint) {
    return Optional.empty();
  }
}
