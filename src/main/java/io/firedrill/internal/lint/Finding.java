package io.firedrill.internal.lint;

import io.firedrill.internal.source.Problem;

/**
 * Something that a check reports.
 *
 * @param check the check's name, which users ignore it by: {@code alert/for}
 * @param problem the message and its place
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
