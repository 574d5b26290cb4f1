package io.firedrill.source;

import java.util.Set;

/** A scalar, as text: what a number or a boolean looked like in the file is kept. */
public final class YamlScalar implements YamlNode {

  /** How a scalar is written. */
  public enum Style {
    /** Without quotes. */
    PLAIN,
    /** In single quotes. */
    SINGLE_QUOTED,
    /** In double quotes, with escapes. */
    DOUBLE_QUOTED,
    /** A block that keeps its line ends, after {@code |}. */
    LITERAL,
    /** A block that folds its line ends, after {@code >}. */
    FOLDED
  }

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final String text;
  private final Style style;
  private final SourceText source;
  private final int start;
  private final int end;

  YamlScalar(String text, Style style, SourceText source, int start, int end) {
    this.text = text;
    this.style = style;
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /** The text, unquoted and unfolded. */
  public String text() {
    return text;
  }

  /** How it is written. */
  public Style style() {
    return style;
  }

  @Override
  public Position position() {
    return source.position(start);
  }

  /**
   * Where a character of the text stands in the file: exact for every character that is not blank,
   * whatever the style.
   *
   * @param offset an index into {@link #text()}, from 0 to its length
   */
  public Position positionAt(int offset) {
    return source.position(ScalarOffsets.index(source, this, offset));
  }

  @Override
  public boolean isNull() {
    return style == Style.PLAIN && NULLS.contains(text);
  }

  @Override
  public String kind() {
    return isNull() ? "nothing" : "text";
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** How many columns its first line takes in the file. */
  int lengthOfFirstLine() {
    int i = start;
    while (i < end && source.at(i) != '\n' && source.at(i) != '\r') {
      i++;
    }
    return Math.max(1, i - start);
  }

  @Override
  public String toString() {
    return text;
  }
}
