package io.firedrill.internal.promql;

import io.firedrill.internal.promql.Aggregation.Grouping;
import io.firedrill.internal.source.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses functions and aggregations. */
final class CallParser {

  private final Tokens tokens;
  private final LabelListParser lists;
  private final ExpressionParser expressions;
  private final Depth depth;

  CallParser(Tokens tokens, LabelListParser lists, ExpressionParser expressions, Depth depth) {
    this.tokens = tokens;
    this.lists = lists;
    this.expressions = expressions;
    this.depth = depth;
  }

  /** Parses a call of a function after its name. */
  FunctionCall function(Token name) {
    Function function =
        Functions.get(name.text())
            .orElseThrow(() -> new PromqlException(name.span(), unknown(name.text())));
    List<Expr> arguments = arguments();
    Span span = name.span().to(tokens.last().span());
    return depth.grown(new FunctionCall(function, arguments, span), name);
  }

  private static String unknown(String name) {
    return "there is no function \"%s\"%s"
        .formatted(
            name, Suggestions.hint(name, Functions.names()).map(hint -> "; " + hint).orElse(""));
  }

  /** Parses an aggregation after its name. */
  Aggregation aggregation(Aggregator aggregator, Token name) {
    Grouping grouping = Grouping.BY;
    List<String> labels = List.of();
    boolean before = isClause();
    if (before) {
      grouping = grouping();
      labels = lists.parse(tokens.last().text());
    }
    List<Expr> arguments = arguments();
    if (!before && isClause()) {
      grouping = grouping();
      labels = lists.parse(tokens.last().text());
    }
    Span span = name.span().to(tokens.last().span());
    int wanted = aggregator.parameter().isPresent() ? 2 : 1;
    if (arguments.size() != wanted) {
      throw new PromqlException(
          span,
          "\"%s\" needs %d argument%s, found %d"
              .formatted(aggregator, wanted, wanted == 1 ? "" : "s", arguments.size()));
    }
    Optional<Expr> parameter = wanted == 2 ? Optional.of(arguments.get(0)) : Optional.empty();
    return depth.grown(
        new Aggregation(aggregator, grouping, labels, parameter, arguments.get(wanted - 1), span),
        name);
  }

  private boolean isClause() {
    return tokens.peek().is("by") || tokens.peek().is("without");
  }

  private Grouping grouping() {
    return tokens.next().is("by") ? Grouping.BY : Grouping.WITHOUT;
  }

  private List<Expr> arguments() {
    tokens.expect("(", "around the arguments");
    List<Expr> arguments = new ArrayList<>();
    if (tokens.accept(")")) {
      return arguments;
    }
    do {
      arguments.add(expressions.parse());
    } while (tokens.accept(","));
    tokens.expect(")", "or \",\" after an argument");
    return arguments;
  }
}
