package io.firedrill.alertmanager;

import io.firedrill.source.InputException;
import io.firedrill.source.Position;
import io.firedrill.source.Problem;
import io.firedrill.source.Severity;
import io.firedrill.source.Suggestions;
import io.firedrill.source.TextFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Maps what Alertmanager says about a configuration to the user's file. Its line numbers are those
 * of the redirected text, and mostly it gives none: what it quotes is looked up instead.
 */
public final class RouteErrors {

  private static final Pattern PREFIX = Pattern.compile("^failed to reload config: ");
  private static final Pattern LINE = Pattern.compile("\\bline \\d+: ");
  private static final Pattern UNKNOWN_FIELD = Pattern.compile("field (\\S+) not found");
  private static final Pattern UNKNOWN_ZONE = Pattern.compile("unknown time zone ([^\\s,;:]+)");
  private static final Pattern QUOTED = Pattern.compile("[\"'`]([^\"'`]+)[\"'`]");

  /** Go's words: {@code template: slack.tmpl:3: unexpected "}" in operand}. */
  private static final Pattern IN_TEMPLATE =
      Pattern.compile("template: (.+?):(\\d+):(?:\\d+:)? (.*)", Pattern.DOTALL);

  private RouteErrors() {}

  /**
   * The refusal of a configuration, at the first place in the file that has what the message
   * quotes, or else at the file's beginning.
   *
   * @param file the user's configuration file
   */
  public static InputException explain(Path file, AlertmanagerException refusal) {
    String message = PREFIX.matcher(refusal.serverMessage()).replaceFirst("");
    String said = LINE.matcher(message).replaceAll("").replaceAll("\\s+", " ");
    List<String> lines = TextFile.read(file).lines().toList();
    Problem problem =
        inTemplate(file, message)
            .or(
                () ->
                    quoted(message)
                        .flatMap(quoted -> at(file, lines, quoted, said).stream())
                        .findFirst())
            .orElseGet(() -> problem(new Position(file, 1, 1), said, "", 1));
    return new InputException(List.of(AlertmanagerConfig.secrets(file).without(problem)));
  }

  /** The line of a template that the configuration names, if the message is about one. */
  private static Optional<Problem> inTemplate(Path file, String message) {
    Matcher matcher = IN_TEMPLATE.matcher(message);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(matcher.group(2));
    String said = matcher.group(3).replaceAll("\\s+", " ");
    return AlertmanagerConfig.read(file)
        .templateNamed(matcher.group(1))
        .map(
            template -> {
              List<String> lines = template.text().lines().toList();
              String line = number <= lines.size() ? lines.get(number - 1) : "";
              Position position = new Position(template.source(), number, 1);
              return problem(position, said, line, Math.max(1, line.length()));
            });
  }

  private static Stream<String> quoted(String message) {
    return Stream.of(UNKNOWN_FIELD, UNKNOWN_ZONE, QUOTED)
        .flatMap(pattern -> pattern.matcher(message).results())
        .map(result -> result.group(1));
  }

  private static Optional<Problem> at(Path file, List<String> lines, String quoted, String said) {
    Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(quoted) + "(?![\\w-])");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int comment = line.strip().startsWith("#") ? 0 : line.length();
      var found = word.matcher(line.substring(0, comment));
      if (found.find()) {
        int column = line.codePointCount(0, found.start()) + 1;
        int length = quoted.codePointCount(0, quoted.length());
        return Optional.of(problem(new Position(file, i + 1, column), said, line, length));
      }
    }
    return Optional.empty();
  }

  private static Problem problem(Position position, String said, String line, int length) {
    return new Problem(
        Severity.ERROR, position, "Alertmanager says: " + said, line, length, zone(said));
  }

  /** A zone that Java knows is no mistake: the server reads its zones from where it runs. */
  private static Optional<String> zone(String said) {
    Matcher unknown = UNKNOWN_ZONE.matcher(said);
    if (!unknown.find()) {
      return Optional.empty();
    }
    Set<String> known = ZoneId.getAvailableZoneIds();
    return known.contains(unknown.group(1))
        ? Optional.of("there is no time zone data where Alertmanager runs: install tzdata")
        : Suggestions.hint(unknown.group(1), known);
  }
}
