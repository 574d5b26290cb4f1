package io.firedrill.internal.source;

import java.util.Optional;

/** Hides what of a file must not be quoted. */
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
   * A line of the file as it may be shown, with as many code points.
   *
   * @param index where in the file, counted in code points, the line begins
   */
  String line(int index, String line);

  /** A message that may quote from the file. */
  String message(String message);

  /** A problem whose line stands alone. */
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

  /** As long as the text was, so that carets still stand where they belong. */
  static String stars(String text) {
    return "*".repeat(text.codePointCount(0, text.length()));
  }
}
