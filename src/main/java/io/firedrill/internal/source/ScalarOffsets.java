package io.firedrill.internal.source;

/**
 * Finds a scalar's characters in the file. Apart from escapes, quoting, folding and indentation
 * only add or change blanks, so the n-th non-blank character is the same in both.
 */
final class ScalarOffsets {

  private final SourceText source;
  private final YamlScalar scalar;
  private int at;

  /** The index after the last consumed character. */
  private int after;

  private ScalarOffsets(SourceText source, YamlScalar scalar) {
    this.source = source;
    this.scalar = scalar;
    this.at = contentStart();
    this.after = at;
  }

  /** The index in the file of the character at an offset in the scalar's text. */
  static int index(SourceText source, YamlScalar scalar, int offset) {
    return new ScalarOffsets(source, scalar).find(offset);
  }

  /** The index in the file of each code point of the scalar's text, and of its end. */
  static int[] indexes(SourceText source, YamlScalar scalar) {
    ScalarOffsets offsets = new ScalarOffsets(source, scalar);
    int[] points = scalar.text().codePoints().toArray();
    int[] indexes = new int[points.length + 1];
    int blanks = 0;
    for (int i = 0; i < points.length; i++) {
      if (blank(points[i])) {
        indexes[i] = Math.min(offsets.after + blanks, scalar.end());
        blanks++;
      } else {
        blanks = 0;
        offsets.skipBlanks();
        indexes[i] = Math.min(offsets.at, source.length());
        offsets.step();
        offsets.after = offsets.at;
      }
    }
    indexes[points.length] = Math.min(offsets.after + blanks, scalar.end());
    return indexes;
  }

  private int find(int offset) {
    String text = scalar.text();
    int end = Math.max(0, Math.min(offset, text.length()));
    int blanks = 0;
    for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
      if (blank(text.codePointAt(i))) {
        blanks++;
      } else {
        blanks = 0;
        skipBlanks();
        step();
        after = at;
      }
    }
    if (end < text.length() && !blank(text.codePointAt(end))) {
      skipBlanks();
      return Math.min(at, source.length());
    }
    return Math.min(after + blanks, scalar.end());
  }

  private int contentStart() {
    int i = scalar.start();
    switch (scalar.style()) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> i++;
      case LITERAL, FOLDED -> {
        while (i < scalar.end() && source.at(i) != '\n') {
          i++;
        }
      }
      case PLAIN -> {}
    }
    return i;
  }

  private void skipBlanks() {
    while (at < scalar.end() && (blank(source.at(at)) || escapedBlank())) {
      at += blank(source.at(at)) ? 1 : escapeLength();
    }
  }

  /** Consumes one character of the scalar, in any notation. */
  private void step() {
    boolean doubled = scalar.style() == YamlScalar.Style.SINGLE_QUOTED && is(at, '\'');
    if (doubled) {
      at += 2;
    } else {
      at += escape() ? escapeLength() : 1;
    }
  }

  private boolean escape() {
    return scalar.style() == YamlScalar.Style.DOUBLE_QUOTED && is(at, '\\');
  }

  private boolean escapedBlank() {
    return escape() && at + 1 < source.length() && "ntrNLP_ \t\r\n".indexOf(source.at(at + 1)) >= 0;
  }

  private int escapeLength() {
    if (at + 1 >= source.length()) {
      return 1;
    }
    return switch (source.at(at + 1)) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  private boolean is(int index, int c) {
    return index < source.length() && source.at(index) == c;
  }

  private static boolean blank(int c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c == 0x85
        || c == 0xA0
        || c == 0x2028
        || c == 0x2029;
  }
}
