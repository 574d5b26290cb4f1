package io.firedrill.internal.result;

import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import java.util.List;

/**
 * A warning, which does not make a test fail.
 *
 * @param file its file
 * @param line its line, from 1
 * @param column its column, from 1
 * @param message the warning, in one line
 * @param text the warning in full, with the line of the file
 */
public record WarningResult(String file, int line, int column, String message, String text) {

  /** Warnings as data, each once. */
  public static List<WarningResult> of(List<Problem> warnings) {
    return warnings.stream().map(WarningResult::of).distinct().toList();
  }

  private static WarningResult of(Problem warning) {
    Position position = warning.position();
    return new WarningResult(
        position.file().toString(),
        position.line(),
        position.column(),
        warning.message(),
        warning.render());
  }
}
