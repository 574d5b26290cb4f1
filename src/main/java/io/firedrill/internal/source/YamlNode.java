package io.firedrill.internal.source;

/** A node of a YAML document: aliases and merge keys are resolved, scalars are still text. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {

  /** Where the node begins; for an alias, where the anchored node begins. */
  Position position();

  /** What the node is, for messages: {@code a mapping}, {@code a list}, {@code text}. */
  String kind();

  /** Whether the node is null: an empty plain scalar, {@code null} or {@code ~}. */
  default boolean isNull() {
    return false;
  }
}
