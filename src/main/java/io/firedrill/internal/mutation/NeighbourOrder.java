package io.firedrill.internal.mutation;

import java.util.ArrayList;
import java.util.List;

/** Puts first what noticed the neighbours, most often and most recently. */
final class NeighbourOrder<T> {

  private final List<T> noticed = new ArrayList<>();

  /** Something noticed a neighbour. */
  void noticed(T one) {
    noticed.remove(one);
    noticed.add(0, one);
  }

  /** Those that noticed a neighbour, the last one first; the others follow in their order. */
  List<T> of(List<T> all) {
    List<T> order = new ArrayList<>(noticed);
    order.retainAll(all);
    all.stream().filter(one -> !noticed.contains(one)).forEach(order::add);
    return order;
  }
}
