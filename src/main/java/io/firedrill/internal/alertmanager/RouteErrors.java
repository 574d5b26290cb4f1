package io.firedrill.internal.alertmanager;

import io.firedrill.internal.manifest.OperatorSettings;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.Trust;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps Alertmanager's errors about a redirected configuration to the user's files. Because the
 * original configuration was checked before, they are about templates.
 */
public final class RouteErrors {

  private static final Pattern PREFIX = Pattern.compile("^failed to reload config: ");

  /** Go's words: {@code template: slack.tmpl:3: unexpected "}" in operand}. */
  private static final Pattern IN_TEMPLATE =
      Pattern.compile("template: (.+?):(\\d+):(?:\\d+:)? (.*)", Pattern.DOTALL);

  private RouteErrors() {}

  /**
   * Converts a refusal to an error at the template's line, or else at the start of the
   * configuration file.
   *
   * @param file the user's configuration file
   */
  public static InputException explain(Path file, AlertmanagerException refusal) {
    return explain(file, OperatorSettings.NONE, refusal);
  }

  /** The same for a configuration that is read with these settings. */
  public static InputException explain(
      Path file, OperatorSettings settings, AlertmanagerException refusal) {
    String message = PREFIX.matcher(refusal.serverMessage()).replaceFirst("");
    Problem problem =
        inTemplate(file, settings, message)
            .orElseGet(() -> problem(new Position(file, 1, 1), message, "", 1));
    return new InputException(List.of(problem));
  }

  private static Optional<Problem> inTemplate(
      Path file, OperatorSettings settings, String message) {
    Matcher matcher = IN_TEMPLATE.matcher(message);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(matcher.group(2));
    return AlertmanagerConfig.read(file, Trust.FULL, settings, FileTexts.AS_THEY_ARE)
        .templateNamed(matcher.group(1))
        .map(
            template -> {
              List<String> lines = template.text().lines().toList();
              String line = number <= lines.size() ? lines.get(number - 1) : "";
              Position position =
                  new Position(template.source(), template.firstLine() + number - 1, 1);
              return problem(position, matcher.group(3), line, Math.max(1, line.length()));
            });
  }

  private static Problem problem(Position position, String message, String line, int length) {
    String said = message.replaceAll("\\s+", " ");
    return new Problem(
        Severity.ERROR, position, "Alertmanager says: " + said, line, length, Optional.empty());
  }
}
