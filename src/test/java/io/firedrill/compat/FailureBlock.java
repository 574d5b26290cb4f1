package io.firedrill.compat;

import io.firedrill.compat.FailedAssertion.Kind;
import io.firedrill.internal.source.PrometheusDuration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses a failure of promtool, which has the same text in its output and in its JUnit file. */
final class FailureBlock {

  private static final Pattern NAME = Pattern.compile("    name: (.*),");
  private static final Pattern ALERTS = Pattern.compile("    alertname: (.*), time: ([^,]+), ");
  private static final Pattern SAMPLES =
      Pattern.compile("    expr: \"((?:[^\"\\\\]|\\\\.)*)\", time: ([^,]+),.*");
  private static final Pattern RULE = Pattern.compile("    rule: (.*), time: ([^,]+), err: .*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private FailureBlock() {}

  /**
   * The assertion that failed. Its test is the one that the text names, or the empty string.
   *
   * @return empty if the text is about something else, such as an error in the file
   */
  static Optional<FailedAssertion> read(String text) {
    String[] lines = text.split("\n", 3);
    Matcher name = NAME.matcher(lines[0]);
    String test = name.matches() ? name.group(1) : "";
    String line = name.matches() && lines.length > 1 ? lines[1] : lines[0];
    return read(ALERTS, Kind.ALERTS, line, test)
        .or(() -> read(SAMPLES, Kind.SAMPLES, line, test))
        .or(() -> read(RULE, Kind.RULE, line, test));
  }

  private static Optional<FailedAssertion> read(
      Pattern pattern, Kind kind, String line, String test) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String subject = kind == Kind.SAMPLES ? unquote(matcher.group(1)) : matcher.group(1);
    return PrometheusDuration.parse(matcher.group(2))
        .map(time -> new FailedAssertion(test, kind, subject, time));
  }

  /** Undoes Go's quoting, as far as the suite's expressions need it. */
  private static String unquote(String quoted) {
    return ESCAPE
        .matcher(quoted)
        .replaceAll(
            escape -> {
              String character = escape.group(1);
              return Matcher.quoteReplacement(
                  character.equals("n") ? "\n" : character.equals("t") ? "\t" : character);
            });
  }
}
