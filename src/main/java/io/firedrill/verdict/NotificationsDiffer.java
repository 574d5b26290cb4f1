package io.firedrill.verdict;

import io.firedrill.model.Notification;
import io.firedrill.scenario.ExpectedNotification;
import io.firedrill.scenario.NotificationExpectation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A receiver did not get exactly the notifications that a {@code notification_test} lists. */
final class NotificationsDiffer {

  /** A receiver that is notified again and again fills the screen. */
  private static final int SHOWN = 20;

  private NotificationsDiffer() {}

  static Failure of(
      NotificationExpectation entry,
      List<Notification> claimed,
      Assignment<ExpectedNotification, Notification> assignment,
      Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    NotificationFields fields = new NotificationFields(time);
    String difference =
        Counts.difference(
            "notification", entry.expected().size(), claimed.size(), assignment.unmatched());
    FailureText text =
        new FailureText(entry.position(), Claim.title(entry, time) + ": " + difference);
    assignment
        .near()
        .forEach(
            p ->
                text.diff(
                    "expected at " + p.expected().position() + " (-), nearest notification (+):",
                    p.fields()));
    assignment
        .missing()
        .forEach(
            e -> text.diff("expected at " + e.position() + ", did not come:", fields.missing(e)));
    assignment.extra().stream()
        .limit(SHOWN)
        .forEach(a -> text.diff("came, but not expected:", fields.extra(a)));
    if (assignment.extra().size() > SHOWN) {
      text.line("and " + Counts.of(assignment.extra().size() - SHOWN, "more notification"));
    }
    Window window = Window.of(assignment, time, observed);
    return text.timeline(observed, window.from(), window.to())
        .failure(FailureKind.NOTIFICATIONS_DIFFER);
  }

  /** From the first to the last time that the difference is about. */
  private record Window(Instant from, Instant to) {

    static Window of(
        Assignment<ExpectedNotification, Notification> assignment,
        VirtualTime time,
        Observed observed) {
      List<Instant> times =
          Stream.concat(
                  Stream.concat(
                          assignment.near().stream().map(Assignment.Pair::expected),
                          assignment.missing().stream())
                      .flatMap(e -> e.at().or(e::from).or(e::to).stream())
                      .map(offset -> time.start().plus(offset)),
                  Stream.concat(
                          assignment.near().stream().map(Assignment.Pair::actual),
                          assignment.extra().stream())
                      .map(a -> time.arrivalInstant(a.time())))
              .sorted()
              .toList();
      Optional<Instant> first = times.stream().findFirst();
      return new Window(
          first.orElse(observed.timeline().start()),
          first.map(f -> times.get(times.size() - 1)).orElse(observed.timeline().end()));
    }
  }
}
