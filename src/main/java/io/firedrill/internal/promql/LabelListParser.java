package io.firedrill.internal.promql;

import java.util.ArrayList;
import java.util.List;

/** Parses lists of labels: {@code (job, instance)}. */
final class LabelListParser {

  private final Tokens tokens;

  LabelListParser(Tokens tokens) {
    this.tokens = tokens;
  }

  List<String> parse(String clause) {
    tokens.expect("(", "after \"" + clause + "\"");
    List<String> labels = new ArrayList<>();
    while (!tokens.accept(")")) {
      labels.add(label());
      if (!tokens.peek().is(")")) {
        tokens.expect(",", "or \")\" in a list of labels");
      }
    }
    return labels;
  }

  private String label() {
    Token token = tokens.peek();
    boolean name =
        switch (token.kind()) {
          case IDENTIFIER, METRIC_IDENTIFIER, STRING -> true;
          case KEYWORD -> Keywords.mayNameLabel(token.text());
          default -> false;
        };
    if (!name) {
      throw tokens.expected("the name of a label");
    }
    tokens.next();
    return token.kind() == Token.Kind.STRING ? Literals.name(token) : token.text();
  }
}
