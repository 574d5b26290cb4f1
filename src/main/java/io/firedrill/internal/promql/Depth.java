package io.firedrill.internal.promql;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How deep a tree is, as it grows. The depth has a limit, so that neither the parser nor those who
 * walk through the tree run out of stack.
 */
final class Depth {

  /** How deep brackets and the like may be nested: deeper than anybody could read. */
  static final int NESTING_LIMIT = 200;

  /** How deep a tree may be: {@code a or b or c} has three levels. */
  static final int LIMIT = 500;

  /** Of nodes with others below; those without have the height 1. */
  private final Map<Object, Integer> heights = new IdentityHashMap<>();

  private int nesting;

  /** One level deeper, for the parser. */
  void enter(Token here) {
    if (++nesting > NESTING_LIMIT) {
      throw tooDeep(here, NESTING_LIMIT);
    }
  }

  void leave() {
    nesting--;
  }

  /** An expression above others. */
  <E extends Expr> E grown(E expr, Token here) {
    return grown(expr, expr.children(), here);
  }

  /** A node above others. */
  <N> N grown(N node, List<?> below, Token here) {
    int height = 1 + below.stream().mapToInt(n -> heights.getOrDefault(n, 1)).max().orElse(0);
    if (height > LIMIT) {
      throw tooDeep(here, LIMIT);
    }
    heights.put(node, height);
    return node;
  }

  private static PromqlException tooDeep(Token here, int limit) {
    return new PromqlException(
        here.span(), "the expression is nested more than " + limit + " levels deep");
  }
}
