package io.firedrill.internal.lint;

import io.firedrill.internal.source.Problem;

/**
 * Something that a check does not like.
 *
 * @param check the check's name, which switches it off: {@code alert/for}
 * @param problem what it is, and where
 */
public record Finding(String check, Problem problem) {

  /** The problem in one line, without the check's name. */
  public String message() {
    String name = " [" + check + "]";
    String message = problem.message();
    return message.endsWith(name)
        ? message.substring(0, message.length() - name.length())
        : message;
  }
}
