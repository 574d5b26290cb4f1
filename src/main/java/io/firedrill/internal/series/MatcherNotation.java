package io.firedrill.internal.series;

import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads matchers as Alertmanager's configuration and {@code amtool} take them: {@code team="data"},
 * {@code severity=~warning|critical}, several with commas between, in braces or not. What a regular
 * expression may be is Alertmanager's to say.
 */
public final class MatcherNotation {

  private static final String OPERATORS = "\"=\", \"!=\", \"=~\" or \"!~\"";

  private static final String RESERVED = "{}!=~,\\\"'`";

  private final Cursor cursor;

  private MatcherNotation(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * The matchers of a text, at least one.
   *
   * @throws SeriesSyntaxException if it is not of that form
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

  /** After the last comma, nothing need follow. */
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

  /** Whatever is not reserved: what a name may be depends on the server's version and settings. */
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

  /** As in OpenMetrics; a backslash before anything else stands for itself. */
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
        throw cursor.unexpected("no quote within a value that begins without one");
      }
      cursor.next();
    }
    String value = cursor.since(start).strip();
    if (value.isEmpty()) {
      throw cursor.unexpected("a value; write \"\" for the empty one");
    }
    return value;
  }
}
