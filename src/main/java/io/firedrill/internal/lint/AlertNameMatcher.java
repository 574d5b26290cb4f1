package io.firedrill.internal.lint;

import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A matcher on {@code alertname}.
 *
 * @param scalar the scalar that contains it
 * @param offset the offset of its value in the scalar
 * @param value an alert's name, or a regular expression
 * @param kind what the value is
 * @param sense whether alerts of that name match
 */
record AlertNameMatcher(YamlScalar scalar, int offset, String value, Kind kind, Sense sense) {

  enum Kind {
    NAME,
    EXPRESSION
  }

  enum Sense {
    MATCHES,
    EXCLUDES
  }

  private static final Pattern FORM =
      Pattern.compile(
          "(?<!\\w)\"?alertname\"?\\s*(=~|!~|!=|=)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^,}\\s]+))");
  private static final Pattern ALTERNATIVES = Pattern.compile("\\w+(?:\\|\\w+)*");
  private static final Pattern WORD = Pattern.compile("\\w+");

  /**
   * The matchers in a text such as {@code {alertname=~"A|B", team="x"}}: one for each name if the
   * regular expression is a list of names.
   */
  static List<AlertNameMatcher> in(YamlScalar scalar) {
    List<AlertNameMatcher> found = new ArrayList<>();
    Matcher matcher = FORM.matcher(scalar.text());
    while (matcher.find()) {
      int group = matcher.group(2) == null ? 3 : 2;
      boolean expression = matcher.group(1).endsWith("~");
      Sense sense = matcher.group(1).startsWith("!") ? Sense.EXCLUDES : Sense.MATCHES;
      found.addAll(of(scalar, matcher.start(group), matcher.group(group), expression, sense));
    }
    return found;
  }

  /** The value of {@code alertname} in {@code match} or {@code match_re}. */
  static List<AlertNameMatcher> value(YamlScalar scalar, Kind kind) {
    return of(scalar, 0, scalar.text(), kind == Kind.EXPRESSION, Sense.MATCHES);
  }

  private static List<AlertNameMatcher> of(
      YamlScalar scalar, int offset, String value, boolean expression, Sense sense) {
    if (!expression) {
      return List.of(new AlertNameMatcher(scalar, offset, value, Kind.NAME, sense));
    }
    if (!ALTERNATIVES.matcher(value).matches()) {
      return List.of(new AlertNameMatcher(scalar, offset, value, Kind.EXPRESSION, sense));
    }
    return WORD.matcher(value)
        .results()
        .map(m -> new AlertNameMatcher(scalar, offset + m.start(), m.group(), Kind.NAME, sense))
        .toList();
  }
}
