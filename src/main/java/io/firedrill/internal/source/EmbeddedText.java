package io.firedrill.internal.source;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * A text inside of a file, such as a value of a ConfigMap. Its positions are those in the file, and
 * problems show the file's line.
 */
final class EmbeddedText extends SourceText {

  private final SourceText outer;
  private final IntFunction<Position> positions;

  /** The starts of lines that are lines of the file, too, by their number there. */
  private final Map<Integer, Integer> lines = new TreeMap<>();

  private final String note;

  private EmbeddedText(
      SourceText outer, String text, IntFunction<Position> positions, String note) {
    super(outer.file(), text);
    this.outer = outer;
    this.positions = positions;
    this.note = note;
  }

  /** The text of a scalar, as it is written in the file. */
  static EmbeddedText verbatim(YamlScalar scalar) {
    SourceText outer = scalar.source();
    int[] indexes = ScalarOffsets.indexes(outer, scalar);
    EmbeddedText text =
        new EmbeddedText(
            outer,
            scalar.text(),
            index -> outer.position(indexes[Math.min(index, indexes.length - 1)]),
            "");
    if (scalar.style() == YamlScalar.Style.LITERAL) {
      for (int start : text.lineStarts()) {
        text.firstVisible(start).ifPresent(i -> text.lines.put(text.position(i).line(), start));
      }
    }
    return text;
  }

  /**
   * A text that a scalar contains in another notation.
   *
   * @param positions the position in the file for each index
   * @param note what the text is, for messages: {@code decoded}
   */
  static EmbeddedText decoded(
      YamlScalar scalar, String text, IntFunction<Position> positions, String note) {
    return new EmbeddedText(scalar.source(), text, positions, note);
  }

  private OptionalInt firstVisible(int start) {
    int i = start;
    while (i < length() && at(i) == ' ') {
      i++;
    }
    return i < length() && at(i) != '\n' && at(i) != '\r' ? OptionalInt.of(i) : OptionalInt.empty();
  }

  @Override
  Position position(int index) {
    return positions.apply(index);
  }

  @Override
  Problem problem(Severity severity, Position at, int length, String message, String hint) {
    Problem inner = super.problem(severity, at, length, message, hint);
    return new Problem(
        severity,
        at,
        outer.mask().message(inner.message()) + place(at),
        shownLine(at.line()),
        inner.length(),
        inner.hint().map(outer.mask()::message));
  }

  @Override
  String shownLine(int number) {
    Integer start = lines.get(number);
    if (start == null) {
      return outer.shownLine(number);
    }
    int visible = firstVisible(start).orElseThrow();
    String line = super.line(super.position(start).line());
    String masked = mask().line(start, line);
    int indent = position(visible).column() - 1 - (visible - start);
    return " ".repeat(Math.max(0, indent)) + masked;
  }

  /** Where the problem is in a text that the file does not show. */
  private String place(Position at) {
    if (note.isEmpty()) {
      return "";
    }
    for (int i = 0; i <= length(); i++) {
      if (positions.apply(i).equals(at)) {
        Position own = super.position(i);
        return " (line " + own.line() + ", column " + own.column() + " of the " + note + " text)";
      }
    }
    return "";
  }
}
