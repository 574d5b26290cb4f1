package io.firedrill.internal.source;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** A scalar as text: numbers and booleans keep their notation. */
public final class YamlScalar implements YamlNode {

  /** The notation of a scalar. */
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

  /** The scalar as written, and where in it each character of this text comes from. */
  private final Optional<Rewritten> rewritten;

  private record Rewritten(YamlScalar from, IntUnaryOperator offsets) {}

  YamlScalar(String text, Style style, SourceText source, int start, int end) {
    this(text, style, source, start, end, Optional.empty());
  }

  private YamlScalar(
      String text,
      Style style,
      SourceText source,
      int start,
      int end,
      Optional<Rewritten> rewritten) {
    this.rewritten = rewritten;
    this.text = text;
    this.style = style;
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /** A new scalar, for example a number, which is written without quotes if possible. */
  public static YamlScalar plain(String text) {
    return new YamlScalar(text, Style.PLAIN, SourceText.NONE, 0, 0);
  }

  /** A new scalar that is always text. */
  public static YamlScalar quoted(String text) {
    return new YamlScalar(text, Style.DOUBLE_QUOTED, SourceText.NONE, 0, 0);
  }

  /** The same place in the file with another text. */
  public YamlScalar withText(String other) {
    return new YamlScalar(other, style, source, start, end);
  }

  /** The text, unquoted and unfolded. */
  public String text() {
    return text;
  }

  /** The notation. */
  public Style style() {
    return style;
  }

  @Override
  public Position position() {
    return source.position(start);
  }

  /**
   * The position of a character of the text in the file; exact for every non-blank character, in
   * every style.
   *
   * @param offset an index into {@link #text()}, from 0 to its length
   */
  public Position positionAt(int offset) {
    return rewritten
        .map(r -> r.from().positionAt(r.offsets().applyAsInt(offset)))
        .orElseGet(() -> source.position(ScalarOffsets.index(source, this, offset)));
  }

  @Override
  public boolean isNull() {
    return style == Style.PLAIN && NULLS.contains(text);
  }

  @Override
  public String kind() {
    return isNull() ? "nothing" : "text";
  }

  /**
   * An error in the text that is found after its file was read.
   *
   * @param offset an index into {@link #text()}, from 0 to its length
   * @param length the number of wrong columns from there on
   */
  public Problem error(int offset, int length, String message) {
    return source.problem(Severity.ERROR, positionAt(offset), length, message, null);
  }

  /** Like {@link #error(int, int, String)}, for the whole scalar. */
  public Problem error(String message, Optional<String> hint) {
    return source.problem(
        Severity.ERROR, position(), lengthOfFirstLine(), message, hint.orElse(null));
  }

  /**
   * The same scalar with a changed text, whose positions are those of the text as written.
   *
   * @param offsets the offset in the text as written, for each offset in the changed one
   */
  public YamlScalar rewritten(String other, IntUnaryOperator offsets) {
    return new YamlScalar(
        other, style, source, start, end, Optional.of(new Rewritten(this, offsets)));
  }

  /** A scalar at the same place that is always text. */
  public YamlScalar asText(String other) {
    return new YamlScalar(other, Style.DOUBLE_QUOTED, source, start, end);
  }

  /** A scalar at the same place that is written without quotes if possible. */
  public YamlScalar asPlain(String other) {
    return new YamlScalar(other, Style.PLAIN, source, start, end);
  }

  SourceText source() {
    return source;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** A warning about the whole scalar, with a hint. */
  public Problem warning(String message, String hint) {
    return source.problem(Severity.WARNING, position(), lengthOfFirstLine(), message, hint);
  }

  /** A warning about the whole scalar. */
  public Problem warning(String message) {
    return source.problem(Severity.WARNING, position(), lengthOfFirstLine(), message, null);
  }

  /** Like {@link #warning(String)}, with a hint. */
  public Problem warning(String message, Optional<String> hint) {
    return source.problem(
        Severity.WARNING, position(), lengthOfFirstLine(), message, hint.orElse(null));
  }

  /** The number of columns of its first line in the file. */
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
