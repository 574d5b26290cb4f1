package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Selector;
import io.firedrill.model.Labels;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which selectors read the time before the decisive part: those with an offset whose series are
 * also read without, and those with a much longer window than the selectors they are compared with.
 */
final class Layers {

  private static final double MUCH_LONGER = 3;

  private final RuleShape rule;
  private final boolean enabled;
  private final Set<Site> earlier = new HashSet<>();

  Layers(RuleShape rule, boolean enabled) {
    this.rule = rule;
    this.enabled = enabled;
    for (Leaf leaf : rule.pass().leaves().values()) {
      if (offset(leaf) > 0 && isReadNow(leaf)) {
        earlier.add(leaf.site());
      }
    }
  }

  private static double offset(Leaf leaf) {
    return RuleShape.offset((Selector) leaf.site().expr());
  }

  private boolean isReadNow(Leaf leaf) {
    List<Labels> own = rule.series(leaf.site());
    for (Leaf other : rule.pass().leaves().values()) {
      if (offset(other) < offset(leaf)
          && rule.series(other.site()).stream().anyMatch(own::contains)) {
        return true;
      }
    }
    return false;
  }

  boolean isEarlier(Site leaf) {
    return earlier.contains(leaf);
  }

  boolean isUsed() {
    return !earlier.isEmpty();
  }

  /** Notes that two operands are compared, and may look back differently far. */
  void compared(Site left, Site right) {
    if (!enabled) {
      return;
    }
    Set<Labels> both = new HashSet<>(rule.seriesBelow(left));
    both.retainAll(rule.seriesBelow(right));
    if (both.isEmpty()) {
      return;
    }
    double onLeft = rule.window(left);
    double onRight = rule.window(right);
    if (onLeft > MUCH_LONGER * Math.max(60, onRight)) {
      mark(left);
    } else if (onRight > MUCH_LONGER * Math.max(60, onLeft)) {
      mark(right);
    }
  }

  private void mark(Site site) {
    rule.leavesBelow(site).forEach(leaf -> earlier.add(leaf.site()));
  }
}
