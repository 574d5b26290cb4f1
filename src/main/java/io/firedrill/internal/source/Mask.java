package io.firedrill.internal.source;

import java.util.Optional;

/** Hides the parts of a file that must not be quoted. */
interface Mask {

  /** Hides nothing. */
  Mask NONE =
      new Mask() {
        @Override
        public String line(int index, String line) {
          return line;
        }

        @Override
        public String message(String message) {
          return message;
        }
      };

  /**
   * A masked line of the file, with the same number of code points.
   *
   * @param index the index of the line's start in the file, in code points
   */
  String line(int index, String line);

  /** Masks a message that may quote from the file. */
  String message(String message);

  /** Masks a problem by its own line. */
  default Problem problem(Problem problem) {
    Optional<String> hint = problem.hint().map(this::message);
    return new Problem(
        problem.severity(),
        problem.position(),
        message(problem.message()),
        line(0, problem.sourceLine()),
        problem.length(),
        hint);
  }

  /** Stars, as many as the text has code points, so that carets stay in place. */
  static String stars(String text) {
    return "*".repeat(text.codePointCount(0, text.length()));
  }
}
