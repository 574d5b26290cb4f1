package io.firedrill.internal.promql;

import io.firedrill.internal.promql.Token.Kind;
import io.firedrill.internal.source.GoRegex;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parses the part of a selector that selects series: {@code up{job="a"}}. */
final class SelectorParser {

  private final Tokens tokens;

  SelectorParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Parses a selector after its metric name. */
  VectorSelector named(Token name) {
    List<LabelMatcher> matchers = new ArrayList<>();
    if (tokens.peek().is("{")) {
      matchers.addAll(braces());
    }
    matchers.add(new LabelMatcher(Labels.METRIC_NAME, Operator.EQUAL, name.text()));
    return new VectorSelector(
        name.text(), matchers, Modifiers.NONE, name.span().to(tokens.last().span()));
  }

  VectorSelector unnamed() {
    Token opening = tokens.peek();
    List<LabelMatcher> matchers = braces();
    return new VectorSelector(
        "", matchers, Modifiers.NONE, opening.span().to(tokens.last().span()));
  }

  private List<LabelMatcher> braces() {
    tokens.next();
    List<LabelMatcher> matchers = new ArrayList<>();
    while (!tokens.accept("}")) {
      matchers.add(matcher());
      if (!tokens.peek().is("}")) {
        tokens.expect(",", "or \"}\" in a selector");
      }
    }
    return matchers;
  }

  private LabelMatcher matcher() {
    Token name = tokens.peek();
    boolean quoted = name.kind() == Kind.STRING;
    if (!quoted && name.kind() != Kind.IDENTIFIER) {
      throw tokens.expected("the name of a label or \"}\"");
    }
    tokens.next();
    if (quoted && (tokens.peek().is(",") || tokens.peek().is("}"))) {
      return new LabelMatcher(Labels.METRIC_NAME, Operator.EQUAL, Literals.text(name));
    }
    Operator operator =
        Arrays.stream(Operator.values())
            .filter(o -> tokens.accept(o.sign()))
            .findFirst()
            .orElseThrow(() -> tokens.expected("=, !=, =~ or !~ after the name of a label"));
    if (tokens.peek().kind() != Kind.STRING) {
      throw tokens.expected("a quoted value");
    }
    Token value = tokens.next();
    return new LabelMatcher(
        quoted ? Literals.text(name) : name.text(), operator, checked(operator, value));
  }

  private static String checked(Operator operator, Token token) {
    String value = Literals.text(token);
    if (operator == Operator.MATCHES || operator == Operator.MATCHES_NOT) {
      try {
        GoRegex.compile(value);
      } catch (GoRegex.BadRegexException e) {
        throw new PromqlException(
            token.span(), "not a regular expression of Go: " + e.getMessage());
      }
    }
    return value;
  }
}
