package io.firedrill.internal.scenario;

import io.firedrill.internal.receiver.ReceiverKinds;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;
import java.util.Optional;

/** The kinds of integration, as Alertmanager names them. */
public final class Integrations {

  static final List<String> KNOWN = ReceiverKinds.words();

  private Integrations() {}

  /** A kind as written; empty, and reported, if there is none with that name. */
  static Optional<String> read(YamlScalar scalar, Problems problems) {
    String name = scalar.text();
    if (KNOWN.contains(name)) {
      return Optional.of(name);
    }
    problems.error(scalar, "there is no integration \"" + name + "\"", Optional.of(hint(name)));
    return Optional.empty();
  }

  /**
   * Refuses a kind that Alertmanager does not have.
   *
   * @throws IllegalArgumentException if this is such a kind
   */
  public static void require(String kind) {
    if (!KNOWN.contains(kind)) {
      throw new IllegalArgumentException(
          "there is no integration \"%s\"; %s".formatted(kind, hint(kind)));
    }
  }

  /** A suggestion for another kind. */
  static String hint(String kind) {
    return Suggestions.hint(kind, KNOWN).orElse("there are: " + String.join(", ", KNOWN));
  }
}
