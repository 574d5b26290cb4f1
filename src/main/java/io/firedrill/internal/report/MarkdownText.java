package io.firedrill.internal.report;

import io.firedrill.internal.text.Printable;

/** Text within Markdown and the HTML in it, as GitHub renders it. */
public final class MarkdownText {

  private static final String SPECIAL = "&<>|`*_[]\\~\"'";

  /** Between these and what follows, a space without width: no mention, no reference. */
  private static final String LINKING = "@#";

  private MarkdownText() {}

  /** On one line, and nothing but text: no markup, table cell, mention or reference. */
  public static String plain(String text) {
    StringBuilder result = new StringBuilder();
    Printable.line(text.strip().replaceAll("\\s+", " "))
        .codePoints()
        .forEach(
            c -> {
              if (SPECIAL.indexOf(c) >= 0) {
                result.append("&#").append(c).append(';');
              } else if (LINKING.indexOf(c) >= 0) {
                result.appendCodePoint(c).append("&#8203;");
              } else {
                result.appendCodePoint(c);
              }
            });
    return result.toString();
  }

  /** The same in monospace. */
  public static String code(String text) {
    return "<code>" + plain(text) + "</code>";
  }

  /** A block of code with a fence that the text does not hold. */
  static String block(String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + Printable.lines(text).stripTrailing() + "\n" + fence + "\n";
  }
}
