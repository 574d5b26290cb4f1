package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Printer;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kind of mistake in an expression. */
abstract class ExprOperator implements RuleOperator {

  private final String name;

  ExprOperator(String name) {
    this.name = "expr/" + name;
  }

  @Override
  public final String name() {
    return name;
  }

  /** The mistakes in one part, not in those below it. */
  abstract List<Replacement> replacements(Expr part, String text);

  @Override
  public final List<Mutation> mutations(Rule rule, List<Rule> all) {
    Optional<Expr> tree = Promql.tryParse(rule.expr());
    List<Mutation> mutations = new ArrayList<>();
    for (Expr part : tree.map(Expr::all).orElse(List.of())) {
      for (Replacement replacement : replacements(part, rule.expr())) {
        String text =
            rule.expr().substring(0, replacement.span().start())
                + replacement.text()
                + rule.expr().substring(replacement.span().end());
        if (isAnother(tree.orElseThrow(), text)) {
          mutations.add(
              new Mutation(
                  name,
                  RuleText.subject(rule),
                  rule.exprScalar().positionAt(replacement.at()),
                  replacement.change(),
                  new Edit.OfNode(
                      rule.node(),
                      Optional.of(rule.node().with("expr", YamlScalar.quoted(text))))));
        }
      }
    }
    return mutations;
  }

  /** Whether the text is an expression that differs in more than its notation. */
  private static boolean isAnother(Expr tree, String text) {
    return Promql.tryParse(text).filter(other -> !plain(other).equals(plain(tree))).isPresent();
  }

  private static String plain(Expr tree) {
    return Printer.print(tree).replaceAll("[()]", "");
  }
}
