package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Integration;
import io.firedrill.internal.explain.GroupFlush.Sent;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a flush sent of an alert to the integrations that a claim is about. */
final class Sending {

  private Sending() {}

  /** The integrations of the receiver that the claim is about. */
  static List<NumberedIntegration> integrations(Case one) {
    return NumberedIntegration.of(one.routing(), one.claim().receiver()).stream()
        .filter(i -> one.isClaimed(i.integration().kind()))
        .toList();
  }

  static List<Sent> claimed(Case one, GroupFlush flush) {
    return flush.sent().stream().filter(s -> one.isClaimed(s.integration().kind())).toList();
  }

  /** The notification in which a flush sent the alert with a status, if it did before the case. */
  static Optional<Notification> of(Case one, GroupFlush flush, String status) {
    return claimed(one, flush).stream()
        .flatMap(s -> s.notification().stream())
        .filter(n -> mentions(n, one.sent(), status) || saysNothing(n, flush, one.sent(), status))
        .findFirst();
  }

  private static boolean mentions(Notification n, Labels alert, String status) {
    return n.alerts().stream().anyMatch(a -> a.labels().equals(alert) && a.status().equals(status));
  }

  /** Of some kinds of message it is not known which alerts they are about. */
  private static boolean saysNothing(
      Notification n, GroupFlush flush, Labels alert, String status) {
    return n.status().equals(Notification.UNKNOWN)
        && flush.suppressed(alert).isEmpty()
        && (status.equals("firing") ? flush.firing() : flush.resolved()).contains(alert);
  }

  /** None of the integrations sends resolved notifications. */
  static Optional<String> keepsResolvedBack(Case one) {
    List<Integration> integrations =
        integrations(one).stream().map(NumberedIntegration::integration).toList();
    boolean all =
        !integrations.isEmpty() && integrations.stream().allMatch(i -> !i.sendsResolved());
    return all
        ? Optional.of(
            integrations.stream()
                .map(
                    i ->
                        "the %s at %s has send_resolved: false".formatted(i.kind(), i.position())
                            + (i.ends() == Integration.Ends.NOT_TOLD_BY_DEFAULT
                                ? ", its default"
                                : ""))
                .collect(Collectors.joining(", and ")))
        : Optional.empty();
  }

  /** The receiver has nothing to send with. */
  static Optional<String> hasNoIntegrations(Case one) {
    if (!NumberedIntegration.of(one.routing(), one.claim().receiver()).isEmpty()) {
      return Optional.empty();
    }
    return one.routing().receivers().stream()
        .filter(r -> r.name().equals(one.claim().receiver()))
        .findFirst()
        .map(
            r ->
                "receiver \"%s\" at %s has no integrations, so it never gets a notification"
                    .formatted(r.name(), r.position()));
  }
}
