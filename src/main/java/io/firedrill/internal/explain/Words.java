package io.firedrill.internal.explain;

import java.util.List;

/** Lists in sentences. */
final class Words {

  private Words() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> items, String conjunction) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " " + conjunction + " " + items.get(last);
  }
}
