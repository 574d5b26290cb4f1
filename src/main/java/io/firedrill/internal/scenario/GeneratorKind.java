package io.firedrill.internal.scenario;

import java.util.List;
import java.util.Locale;

/** The kinds of generators that a scenario file can name. */
enum GeneratorKind {
  STEADY("value", "for"),
  RAMP("from", "to", "over"),
  DROP("from", "to", "at", "until", "for"),
  NOISE("around", "amplitude", "seed", "for"),
  GAP("for");

  private final List<String> fields;

  GeneratorKind(String... fields) {
    this.fields = List.of(fields);
  }

  /** The key that names it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The keys below that key. */
  List<String> fields() {
    return fields;
  }

  /** The key among them that sets the length. */
  String lengthField() {
    return this == RAMP ? "over" : "for";
  }
}
