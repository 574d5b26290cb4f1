package io.firedrill.internal.snapshot;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a run does with snapshots. */
public enum SnapshotMode {
  /** Compares the timeline with the snapshot. */
  COMPARE,
  /** Writes the timeline to the snapshot. */
  UPDATE;

  /** The system property that sets the mode for tests in Java. */
  public static final String PROPERTY = "firedrill.snapshots";

  /** The environment variable that sets the mode. */
  public static final String VARIABLE = "FIREDRILL_SNAPSHOTS";

  /** Set by CI systems, where nobody reads what would be approved. */
  private static final String CI = "CI";

  /**
   * The mode set for this JVM.
   *
   * @throws IllegalArgumentException if the mode is neither {@code update} nor {@code compare}, or
   *     is {@code update} in CI
   */
  public static SnapshotMode ofJvm() {
    return of(key -> Optional.ofNullable(System.getProperty(key)), System.getenv());
  }

  static SnapshotMode of(
      Function<String, Optional<String>> properties, Map<String, String> environment) {
    String word =
        properties
            .apply(PROPERTY)
            .filter(text -> !text.isBlank())
            .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElse("compare");
    return switch (word) {
      case "compare" -> COMPARE;
      case "update" -> {
        refusal(environment)
            .ifPresent(
                why -> {
                  throw new IllegalArgumentException(why);
                });
        yield UPDATE;
      }
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " must be update or compare, not \"" + word + "\"");
    };
  }

  /** Why snapshots are not updated here, if they are not. */
  public static Optional<String> refusal(Map<String, String> environment) {
    return "true".equalsIgnoreCase(environment.getOrDefault(CI, ""))
        ? Optional.of(
            "snapshots are not updated in CI, where CI=true:"
                + " update them on your machine, and commit what changed")
        : Optional.empty();
  }
}
