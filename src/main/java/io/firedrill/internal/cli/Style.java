package io.firedrill.internal.cli;

import java.util.Map;
import java.util.Optional;

/** The colours of words and lines on a terminal. */
enum Style {
  GOOD("\u001b[32m"),
  BAD("\u001b[31m"),
  /** Neither, but worth a look. */
  NOTABLE("\u001b[33m");

  static final String END = "\u001b[0m";

  private final String start;

  Style(String start) {
    this.start = start;
  }

  /** The control sequence with which it starts. */
  String start() {
    return start;
  }

  /**
   * Whether output is coloured: on a terminal, unless {@code NO_COLOR} is set. {@code FORCE_COLOR}
   * colours output to files and pipes, too; {@code FORCE_COLOR=0} colours none.
   */
  static boolean isWanted(Map<String, String> environment, Screen screen) {
    String forced = environment.getOrDefault("FORCE_COLOR", "");
    if (!forced.isEmpty()) {
      return !forced.equals("0") && !forced.equals("false");
    }
    return screen == Screen.TERMINAL && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** The style of a word about a test. */
  static Style of(Word word) {
    return switch (word) {
      case PASS, SAME, NEW -> GOOD;
      case FAIL, ERROR -> BAD;
      case DIFF -> NOTABLE;
    };
  }

  /** The style of a line of a message: lines of a difference have one. */
  static Optional<Style> ofLine(String line) {
    String text = line.stripLeading();
    return switch (text.length() < 2 || text.charAt(1) != ' ' ? ' ' : text.charAt(0)) {
      case '-' -> Optional.of(BAD);
      case '+' -> Optional.of(GOOD);
      case '~' -> Optional.of(NOTABLE);
      default -> Optional.empty();
    };
  }

  /** What a line about a test starts with. */
  enum Word {
    PASS,
    FAIL,
    ERROR,
    NEW,
    SAME,
    DIFF
  }
}
