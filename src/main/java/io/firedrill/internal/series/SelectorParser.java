package io.firedrill.internal.series;

import io.firedrill.model.Labels;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Parses {@code name{label="value", ...}}. */
final class SelectorParser {

  private static final Set<String> KEYWORDS =
      Set.of("on", "ignoring", "group_left", "group_right", "bool", "atan2", "inf", "nan");

  private final Cursor cursor;
  private final Map<String, String> labels = new TreeMap<>();

  private SelectorParser(Cursor cursor) {
    this.cursor = cursor;
  }

  static Labels parse(String text) {
    refuseKeyword(new Cursor(text));
    return new SelectorParser(new Cursor(text)).parse();
  }

  /** Parses a selector at the start of a text that goes on with blanks and a value. */
  static Labels prefix(Cursor cursor) {
    return new SelectorParser(cursor).parsePrefix();
  }

  private Labels parse() {
    Labels result = parsePrefix();
    cursor.skipBlanks();
    if (!cursor.atEnd()) {
      throw cursor.unexpected("nothing after the series");
    }
    return result;
  }

  private Labels parsePrefix() {
    cursor.skipBlanks();
    String name = cursor.word(":");
    if (!name.isEmpty()) {
      labels.put(Labels.METRIC_NAME, name);
    }
    cursor.skipBlanks();
    if (cursor.accept("{")) {
      items();
    } else if (name.isEmpty() && !cursor.atEnd()) {
      throw cursor.unexpected("a metric name or \"{\"");
    }
    return Labels.copyOf(labels);
  }

  /** Refuses reserved words of PromQL, in any letter case, unless they are quoted. */
  private static void refuseKeyword(Cursor cursor) {
    cursor.skipBlanks();
    int start = cursor.at();
    String name = cursor.word(":");
    if (KEYWORDS.contains(name.toLowerCase(Locale.ROOT))) {
      throw cursor.mistake(
          start, "\"" + name + "\" is a reserved word of PromQL; as a metric name it needs quotes");
    }
  }

  private void items() {
    cursor.skipBlanks();
    while (!cursor.accept("}")) {
      item();
      cursor.skipBlanks();
      if (cursor.accept(",")) {
        cursor.skipBlanks();
      } else if (cursor.peek() != '}') {
        throw cursor.unexpected("\",\" or \"}\"");
      }
    }
  }

  private void item() {
    int start = cursor.at();
    boolean quoted = cursor.atGoString();
    String name = quoted ? cursor.goString() : cursor.word("");
    if (name.isEmpty()) {
      throw quoted ? cursor.mistake(start, "a name cannot be empty") : unexpectedItem();
    }
    int end = cursor.at();
    cursor.skipBlanks();
    boolean metricName = quoted && (cursor.peek() == ',' || cursor.peek() == '}');
    if (metricName) {
      put(Labels.METRIC_NAME, name, start, end);
      return;
    }
    if (cursor.peek() == '!' || cursor.peek() == '=' && cursor.peek(1) == '~') {
      throw cursor.unexpected("\"=\", since a series has exact labels");
    }
    if (!cursor.accept("=")) {
      throw cursor.unexpected("\"=\" after the label name");
    }
    cursor.skipBlanks();
    if (!cursor.atGoString()) {
      throw cursor.unexpected("a quoted label value");
    }
    put(name, cursor.goString(), start, end);
  }

  private SeriesSyntaxException unexpectedItem() {
    return cursor.unexpected("a label name or \"}\"");
  }

  private void put(String name, String value, int start, int end) {
    if (labels.putIfAbsent(name, value) != null) {
      String message =
          name.equals(Labels.METRIC_NAME)
              ? "the metric name is given twice"
              : "label \"" + name + "\" is given twice";
      throw new SeriesSyntaxException(start, end - start, message);
    }
  }
}
