package io.firedrill.internal.text;

/**
 * Escapes text from users and servers for output. Control, invisible and bidirectional characters
 * become visible in Go's notation: {@code \x1b}, {@code \u202e}. A backslash breaks commands of CI
 * systems: {@code ::} at the start of a line after optional blanks (GitHub), and {@code ##[},
 * {@code ##vso[} and the like anywhere (GitHub, Azure, TeamCity). GitLab's section markers contain
 * control characters. All other text is unchanged.
 *
 * <p>An instance escapes a text in pieces.
 */
public final class Printable {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private final boolean json;
  private boolean atLineStart = true;
  private boolean afterColon;
  private int hashes;

  /** Creates an instance for a new text. */
  public Printable() {
    this(false);
  }

  private Printable(boolean json) {
    this.json = json;
  }

  /** Escapes JSON without changing its meaning. */
  public static String json(String text) {
    return new Printable(true).next(text);
  }

  /** Escapes a text, including its line ends. */
  public static String line(String text) {
    return needsNothing(text) ? text : new Printable().next(text.replace("\n", "\\n"));
  }

  /** Escapes a text, except its line ends. */
  public static String lines(String text) {
    return needsNothing(text) ? text : new Printable().next(text);
  }

  /** Whether a code point is shown unescaped. */
  public static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      // Emoji and Persian need these two.
      case Character.FORMAT -> c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
      default -> true;
    };
  }

  private static boolean needsNothing(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != ':' && c != '[');
  }

  /** Escapes the next piece of the text. */
  public String next(String piece) {
    StringBuilder result = new StringBuilder(piece.length());
    piece.codePoints().forEach(c -> append(c, result));
    return result.toString();
  }

  private void append(int c, StringBuilder to) {
    if (c == '\n') {
      atLineStart = true;
      afterColon = false;
      hashes = 0;
      to.append('\n');
      return;
    }
    boolean command = c == ':' && afterColon || c == '[' && hashes > 1;
    if (command && !json) {
      to.append('\\');
    }
    afterColon = c == ':' && atLineStart;
    atLineStart &= Character.isWhitespace(c) || Character.isSpaceChar(c) || !isVisible(c);
    if (c == '#') {
      hashes++;
    } else if (!Character.isLetterOrDigit(c)) {
      hashes = 0;
    }
    if (c == '\t' || isVisible(c) && !(command && json)) {
      to.appendCodePoint(c);
    } else {
      to.append(escaped(c));
    }
  }

  private String escaped(int c) {
    if (json) {
      StringBuilder units = new StringBuilder();
      for (char unit : Character.toChars(c)) {
        units.append(String.format("\\u%04x", (int) unit));
      }
      return units.toString();
    }
    if (c == '\r') {
      return "\\r";
    }
    return String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
  }
}
