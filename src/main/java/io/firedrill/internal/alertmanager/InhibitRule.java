package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.Position;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.List;

/**
 * An inhibition rule: while a source fires, there are no notifications for its targets.
 *
 * @param position where the rule begins in the file
 * @param sources the matchers for a source's labels
 * @param targets the matchers for a target's labels
 * @param equal the labels that must have the same value in source and target, or be absent in both
 */
public record InhibitRule(
    Position position, List<LabelMatcher> sources, List<LabelMatcher> targets, List<String> equal) {

  public InhibitRule {
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    equal = List.copyOf(equal);
  }

  /** Whether a firing alert inhibits another one by this rule. */
  public boolean inhibits(Labels source, Labels target) {
    boolean both = isSource(source) && isTarget(target);
    // Two alerts that are both source and target do not inhibit each other.
    boolean mutual = isTarget(source) && isSource(target);
    return both && !mutual && equal.stream().allMatch(l -> source.get(l).equals(target.get(l)));
  }

  /** Whether an alert passes the source's matchers. */
  public boolean isSource(Labels alert) {
    return LabelPattern.allMatch(sources, alert);
  }

  /** Whether an alert passes the target's matchers. */
  public boolean isTarget(Labels alert) {
    return LabelPattern.allMatch(targets, alert);
  }
}
