package io.firedrill.internal.series;

import io.firedrill.internal.source.GoString;

/** A position in a text that moves forward. */
final class Cursor {

  /** The result of {@link #peek} at the end of the text. */
  static final char END = '\uFFFF';

  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  char next() {
    char c = peek();
    at = Math.min(text.length(), at + 1);
    return c;
  }

  boolean accept(String expected) {
    boolean there = text.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  String since(int start) {
    return text.substring(start, at);
  }

  /** Skips blanks; returns whether there were any. */
  boolean skipBlanks() {
    int start = at;
    while (blank(peek())) {
      at++;
    }
    return at > start;
  }

  /** Whether a quoted string is next. */
  boolean atGoString() {
    return GoString.startsAt(text, at);
  }

  /** Reads a quoted string whose opening quote is next. */
  String goString() {
    int start = at;
    try {
      GoString.Quoted quoted = GoString.read(text, at);
      at = quoted.end();
      if (!quoted.isUtf8()) {
        throw mistake(start, "the string is not valid UTF-8 once its escapes are resolved");
      }
      return quoted.value();
    } catch (GoString.BadStringException e) {
      throw new SeriesSyntaxException(e.start(), e.end() - e.start(), e.getMessage());
    }
  }

  /** Reads letters, digits, underscores, and the characters in {@code alsoAllowed}. */
  String word(String alsoAllowed) {
    int start = at;
    while (letter(peek()) || digit(peek()) && at > start || alsoAllowed.indexOf(peek()) >= 0) {
      at++;
    }
    return since(start);
  }

  /** The error that something else was expected at this position. */
  SeriesSyntaxException unexpected(String expected) {
    int end = at;
    while (end < text.length() && !blank(text.charAt(end)) && "{},".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    end = Math.min(Math.max(end, at + 1), at + 40);
    String found = "\"" + text.substring(at, Math.min(end, text.length())) + "\"";
    if (atEnd() || blank(peek())) {
      found = atEnd() ? "the end" : "a blank";
    }
    return new SeriesSyntaxException(at, end - at, "expected " + expected + ", found " + found);
  }

  SeriesSyntaxException mistake(int start, String message) {
    return new SeriesSyntaxException(start, at - start, message);
  }

  static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
