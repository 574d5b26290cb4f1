package io.firedrill.internal.settings;

import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlScalar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Features that Prometheus ignores: it logs that it does not know them, and starts. */
public final class UnknownFeatures {

  private static final Pattern LOGGED =
      Pattern.compile("Unknown option for --enable-feature\"? option=\"?([^\\s\"]*)");

  private UnknownFeatures() {}

  /** The names in the log of a Prometheus, each once. */
  public static List<String> in(String log) {
    return LOGGED.matcher(log).results().map(found -> found.group(1)).distinct().toList();
  }

  /** A sentence about an unknown feature. */
  public static String text(String feature, String version) {
    return "Prometheus %s ignores the feature \"%s\", which it does not know"
        .formatted(version, feature);
  }

  /** The known feature that may be meant. */
  public static Optional<String> hint(String feature) {
    return Suggestions.hint(feature, KnownFlags.features(FlaggedServer.PROMETHEUS));
  }

  /** Warnings about the features that flags switch on, at their places. */
  public static List<Problem> warnings(String log, String version, ServerFlags flags) {
    Optional<YamlScalar> place =
        flags.prometheus().get(ServerFlag.FEATURES).flatMap(ServerFlag::place);
    return in(log).stream()
        .filter(flags.prometheus().features()::contains)
        .map(
            f ->
                place
                    .map(at -> at.warning(text(f, version), hint(f)))
                    .orElseGet(() -> inCode(text(f, version), hint(f))))
        .toList();
  }

  private static Problem inCode(String text, Optional<String> hint) {
    Position position = new Position(Path.of("prometheusFlags"), 1, 1);
    return new Problem(Severity.WARNING, position, text, "", 1, hint);
  }
}
