package io.firedrill.internal.report;

import io.firedrill.internal.result.FailureResult;
import io.firedrill.internal.result.PictureRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the alerting rule that a failure is about, because its line may be the one that was
 * changed.
 */
final class RuleOfFailure {

  private RuleOfFailure() {}

  /** The rule; empty if the failure is about no rule, or about several. */
  static Optional<PictureRule> of(FailureResult failure, List<PictureRule> rules) {
    return switch (failure.kind()) {
      case ALERTS_DIFFER, STATE_DIFFERS, NO_EVALUATION, ALERT_UNMENTIONED ->
          rules.stream()
              .filter(rule -> named(rule, "^", "(?=[ {])").matcher(failure.summary()).find())
              .max(Comparator.comparingInt(rule -> rule.alert().length()));
      case NOTIFICATIONS_DIFFER, NOTIFICATION_UNCLAIMED -> ofNotification(failure, rules);
      default -> Optional.empty();
    };
  }

  /**
   * Searches the expected and actual notification for alert names; the timeline below them names
   * other alerts, too.
   */
  private static Optional<PictureRule> ofNotification(
      FailureResult failure, List<PictureRule> rules) {
    String text = failure.text().replaceFirst("(?s)\n  timeline.*", "");
    List<PictureRule> named =
        rules.stream()
            .filter(rule -> named(rule, "(?<![\\w:])", "(?![\\w:])").matcher(text).find())
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private static Pattern named(PictureRule rule, String before, String after) {
    return Pattern.compile(before + Pattern.quote(rule.alert()) + after);
  }
}
