package io.firedrill.internal.promql;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Limits the depth of a tree while it is built, so that neither the parser nor code that walks the
 * tree overflows the stack.
 */
final class Depth {

  /** The maximum nesting of brackets and calls, far beyond any readable expression. */
  static final int NESTING_LIMIT = 200;

  /** The maximum depth of a tree: {@code a or b or c} has three levels. */
  static final int LIMIT = 500;

  /** The heights of inner nodes; leaves have the height 1. */
  private final Map<Object, Integer> heights = new IdentityHashMap<>();

  private int nesting;

  /** Enters a level of nesting in the parser. */
  void enter(Token here) {
    if (++nesting > NESTING_LIMIT) {
      throw tooDeep(here, NESTING_LIMIT);
    }
  }

  void leave() {
    nesting--;
  }

  /** Records an expression above its children. */
  <E extends Expr> E grown(E expr, Token here) {
    return grown(expr, expr.children(), here);
  }

  /** Records a node above others. */
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
