package io.firedrill.internal.verdict;

import io.firedrill.model.Notification;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Notifications that come once for each integration of a receiver, where none is named. */
final class SeveralIntegrations {

  private SeveralIntegrations() {}

  /** The hint to name one, if the notifications are of several. */
  static Optional<String> hint(Claim claim, List<Notification> claimed, Wording wording) {
    Set<String> kinds =
        claimed.stream()
            .map(Notification::integration)
            .collect(Collectors.toCollection(TreeSet::new));
    if (kinds.size() > 1) {
      return Optional.of(
          "the receiver has %s, and each sends notifications of its own: %s"
              .formatted(
                  String.join(" and ", kinds), wording.integrationHint(kinds.iterator().next())));
    }
    int same = claimed.stream().mapToInt(Notification::index).max().orElse(0) + 1;
    return same == 1
        ? Optional.empty()
        : Optional.of(
            "the receiver has %s, and each sends notifications of its own"
                .formatted(Counts.of(same, kinds.iterator().next())));
  }
}
