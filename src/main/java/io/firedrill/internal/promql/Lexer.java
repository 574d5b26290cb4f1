package io.firedrill.internal.promql;

import io.firedrill.internal.promql.Token.Kind;
import io.firedrill.internal.source.GoNumber;
import io.firedrill.internal.source.GoString;
import io.firedrill.internal.source.PrometheusDuration;
import java.util.List;
import java.util.regex.Pattern;

/** Splits an expression into tokens. Inside braces, all words are label names. */
final class Lexer {

  private static final List<String> SYMBOLS =
      List.of(
          "==", "!=", "<=", "</", ">=", ">/", "<", ">", "+", "-", "*", "/", "%", "^", "(", ")", "{",
          "[", "]", ",", "@");
  private static final List<String> SYMBOLS_IN_BRACES = List.of("=~", "!~", "!=", "=", ",", "}");

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:[0-9]++(?:_[0-9]++)*+(?:\\.(?:[0-9]++(?:_[0-9]++)*+)?)?|\\.[0-9]++(?:_[0-9]++)*+)"
              + "(?:[eE][+-]?[0-9]++(?:_[0-9]++)*+)?"
              + "|0[xX](?:_?[0-9a-fA-F]++)++");

  private final String text;
  private int at;
  private boolean inBraces;
  private boolean inBrackets;

  Lexer(String text) {
    this.text = text;
  }

  /**
   * The next token; at the end, always {@link Kind#END}.
   *
   * @throws PromqlException if the text does not continue with a token
   */
  Token next() {
    skipBlanksAndComments();
    if (at == text.length()) {
      return token(Kind.END, at);
    }
    char c = text.charAt(at);
    if (GoString.startsAt(text, at)) {
      return string();
    }
    if (isLetter(c) || c == ':' && !inBraces && !inBrackets) {
      return word();
    }
    boolean number =
        isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    return number && !inBraces ? number() : symbol();
  }

  private void skipBlanksAndComments() {
    boolean comment = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      comment = comment ? c != '\n' && c != '\r' : c == '#';
      if (!comment && !isBlank(c)) {
        return;
      }
      at++;
    }
  }

  private Token string() {
    int start = at;
    try {
      at = GoString.read(text, at).end();
    } catch (GoString.BadStringException e) {
      throw new PromqlException(new Span(e.start(), e.end()), e.getMessage());
    }
    int broken = text.substring(start, at).indexOf('\uFFFD');
    if (broken >= 0) {
      throw new PromqlException(
          new Span(start + broken, start + broken + 1), "a character that is not valid UTF-8");
    }
    return token(Kind.STRING, start);
  }

  private Token word() {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (inBraces) {
      return token(Kind.IDENTIFIER, start);
    }
    if (inBrackets && !Keywords.isDurationFunction(word)) {
      throw new PromqlException(new Span(start, at), "expected a duration, found \"" + word + "\"");
    }
    if (word.indexOf(':') >= 0) {
      return token(Kind.METRIC_IDENTIFIER, start);
    }
    if (Keywords.isNumber(word)) {
      return token(Kind.NUMBER, start);
    }
    boolean keyword = Keywords.isKeyword(word) && (!Keywords.isFill(word) || isCalled());
    return token(keyword ? Kind.KEYWORD : Kind.IDENTIFIER, start);
  }

  private boolean isCalled() {
    int next = at;
    while (next < text.length() && isBlank(text.charAt(next))) {
      next++;
    }
    return next < text.length() && text.charAt(next) == '(';
  }

  private Token number() {
    int start = at;
    while (at < text.length() && (isWord(text.charAt(at)) || isInNumber(start))) {
      at++;
    }
    String written = text.substring(start, at);
    if (GoNumber.isShort(written) && NUMBER.matcher(written).matches()) {
      if (GoNumber.parse(written).isPresent()) {
        return token(Kind.NUMBER, start);
      }
    } else if (PrometheusDuration.parse(written).isPresent()) {
      return token(Kind.DURATION, start);
    }
    Token bad = token(Kind.NUMBER, start);
    throw new PromqlException(
        bad.span(), bad.described() + " is not a number or a duration, or is too large");
  }

  /** Whether this is a dot, or the sign of an exponent. */
  private boolean isInNumber(int start) {
    char c = text.charAt(at);
    boolean sign = (c == '+' || c == '-') && "eE".indexOf(text.charAt(at - 1)) >= 0;
    return c == '.' || sign && !text.regionMatches(true, start, "0x", 0, 2);
  }

  private Token symbol() {
    if (inBrackets && text.charAt(at) == ':') {
      return symbol(":");
    }
    return (inBraces ? SYMBOLS_IN_BRACES : SYMBOLS)
        .stream()
            .filter(s -> text.startsWith(s, at))
            .findFirst()
            .map(this::symbol)
            .orElseThrow(this::unexpected);
  }

  private Token symbol(String symbol) {
    switch (symbol) {
      case "{" -> inBraces = true;
      case "}" -> inBraces = false;
      case "[" -> inBrackets = true;
      case "]" -> inBrackets = false;
      default -> {}
    }
    at += symbol.length();
    return token(Kind.SYMBOL, at - symbol.length());
  }

  private PromqlException unexpected() {
    int character = text.codePointAt(at);
    Span span = new Span(at, at + Character.charCount(character));
    String problem = "unexpected character \"" + span.of(text) + '"';
    return new PromqlException(span, inBraces ? problem + " inside braces" : problem);
  }

  private Token token(Kind kind, int start) {
    Span span = new Span(start, at);
    return new Token(kind, span.of(text), span);
  }

  private boolean isWord(char c) {
    return isLetter(c) || isDigit(c) || c == ':' && !inBraces && !inBrackets;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
