package io.firedrill.internal.series;

import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses matchers as in Alertmanager's configuration and {@code amtool}: {@code team="data"},
 * {@code severity=~warning|critical}, or several with commas, with or without braces. Regular
 * expressions are not checked; Alertmanager does that.
 */
public final class MatcherNotation {

  private static final String OPERATORS = "\"=\", \"!=\", \"=~\" or \"!~\"";

  private static final String RESERVED = "{}!=~,\\\"'`";

  private final Cursor cursor;

  private MatcherNotation(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Parses at least one matcher.
   *
   * @throws SeriesSyntaxException if the text is invalid
   */
  public static List<LabelMatcher> parse(String text) {
    return new MatcherNotation(new Cursor(text)).matchers();
  }

  private List<LabelMatcher> matchers() {
    List<LabelMatcher> matchers = new ArrayList<>();
    cursor.skipBlanks();
    String closing = cursor.accept("{") ? "}" : "";
    do {
      matchers.add(matcher(closing));
      cursor.skipBlanks();
    } while (cursor.accept(",") && !endsHere(closing));
    if (!cursor.accept(closing)) {
      throw cursor.unexpected("\",\" or \"}\"");
    }
    cursor.skipBlanks();
    if (!cursor.atEnd()) {
      throw cursor.unexpected(closing.isEmpty() ? "\",\"" : "nothing after the matchers");
    }
    return matchers;
  }

  /** Whether the text ends here: a comma may follow the last matcher. */
  private boolean endsHere(String closing) {
    cursor.skipBlanks();
    return closing.isEmpty() ? cursor.atEnd() : cursor.peek() == '}';
  }

  private LabelMatcher matcher(String closing) {
    cursor.skipBlanks();
    int start = cursor.at();
    String name = cursor.peek() == '"' ? cursor.goString() : bareName();
    if (name.isEmpty()) {
      throw cursor.at() > start
          ? cursor.mistake(start, "a label name cannot be empty")
          : cursor.unexpected("a label name");
    }
    cursor.skipBlanks();
    Operator operator = operator();
    cursor.skipBlanks();
    String value = cursor.peek() == '"' ? quoted() : bare(closing);
    return new LabelMatcher(name, operator, value);
  }

  /**
   * Reads everything up to a reserved character: which names are valid depends on the server's
   * version and settings.
   */
  private String bareName() {
    int start = cursor.at();
    while (!cursor.atEnd() && !Cursor.blank(cursor.peek()) && RESERVED.indexOf(cursor.peek()) < 0) {
      cursor.next();
    }
    return cursor.since(start);
  }

  private Operator operator() {
    if (cursor.accept("=~")) {
      return Operator.MATCHES;
    }
    if (cursor.accept("!~")) {
      return Operator.MATCHES_NOT;
    }
    if (cursor.accept("!=")) {
      return Operator.NOT_EQUAL;
    }
    if (cursor.accept("=")) {
      return Operator.EQUAL;
    }
    throw cursor.unexpected(OPERATORS + " after the label name");
  }

  /** Reads a string with the escapes of OpenMetrics; any other backslash is literal. */
  private String quoted() {
    int start = cursor.at();
    cursor.next();
    StringBuilder value = new StringBuilder();
    while (cursor.peek() != '"') {
      if (cursor.atEnd()) {
        throw cursor.mistake(start, "the string that begins here has no closing \"");
      }
      if (cursor.accept("\\n")) {
        value.append('\n');
      } else if (cursor.accept("\\\\")) {
        value.append('\\');
      } else if (cursor.accept("\\\"")) {
        value.append('"');
      } else {
        value.append(cursor.next());
      }
    }
    cursor.next();
    return value.toString();
  }

  private String bare(String closing) {
    int start = cursor.at();
    while (!cursor.atEnd() && cursor.peek() != ',' && !closing.equals("" + cursor.peek())) {
      if (cursor.peek() == '"') {
        throw cursor.unexpected("no quote within an unquoted value");
      }
      cursor.next();
    }
    String value = cursor.since(start).strip();
    if (value.isEmpty()) {
      throw cursor.unexpected("a value; write \"\" for an empty one");
    }
    return value;
  }
}
