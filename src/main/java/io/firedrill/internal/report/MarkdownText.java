package io.firedrill.internal.report;

import io.firedrill.internal.text.Printable;

/** Escapes text for GitHub's Markdown and the HTML in it. */
public final class MarkdownText {

  private static final String SPECIAL = "&<>|`*_[]\\~\"'";

  /** A zero-width space after these characters prevents mentions and references. */
  private static final String LINKING = "@#";

  private MarkdownText() {}

  /** The text on one line, without markup, table cells, mentions and references. */
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

  /** A block of code with a fence that does not occur in the text. */
  static String block(String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + Printable.lines(text).stripTrailing() + "\n" + fence + "\n";
  }
}
