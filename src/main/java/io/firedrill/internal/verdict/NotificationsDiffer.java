package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A receiver did not get the notifications that were expected. */
final class NotificationsDiffer {

  /** A receiver that is notified again and again fills the screen. */
  private static final int SHOWN = 20;

  private NotificationsDiffer() {}

  static Optional<Difference> check(
      Claim claim, List<ExpectedNotification> expected, Extra extra, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    NotificationFields fields = new NotificationFields(time);
    List<Notification> claimed = claim.in(observed.timeline());
    Assignment<ExpectedNotification, Notification> assignment =
        Assignment.of(expected, claimed, fields::compare).with(extra);
    if (assignment.isPerfect()) {
      return Optional.empty();
    }
    String difference =
        Counts.difference(
            "notification", expected.size(), claimed.size(), assignment.unmatched(), extra);
    FailureText text = new FailureText(claim.title(time) + ": " + difference);
    assignment.near().forEach(p -> near(text, claim, p, observed));
    assignment
        .missing()
        .forEach(
            e -> {
              text.diff(Wording.expected(e.origin()) + ", did not arrive:", fields.missing(e));
              ask(text, claim, e, observed);
            });
    assignment.extra().stream()
        .limit(SHOWN)
        .forEach(a -> text.diff("arrived, but was not expected:", fields.extra(a)).askWhyCame(a));
    if (assignment.extra().size() > SHOWN) {
      text.line("and " + Counts.of(assignment.extra().size() - SHOWN, "more notification"));
    }
    Window window = Window.of(assignment, time, observed);
    return Optional.of(
        text.timeline(observed, window.from(), window.to())
            .difference(FailureKind.NOTIFICATIONS_DIFFER));
  }

  private static void near(
      FailureText text,
      Claim claim,
      Assignment.Pair<ExpectedNotification, Notification> pair,
      Observed observed) {
    text.diff(
        Wording.expected(pair.expected().origin()) + " (-), nearest notification (+):",
        pair.fields());
    if (isAnother(pair.fields())) {
      ask(text, claim, pair.expected(), observed);
    }
  }

  private static void ask(
      FailureText text, Claim claim, ExpectedNotification expected, Observed observed) {
    text.ask(new Question(claim, expected));
    NotifiedAlerts.questions(claim, expected, observed).forEach(text::ask);
  }

  /** A notification with only another text needs no explanation. */
  private static boolean isAnother(List<Field> fields) {
    return fields.stream()
        .filter(f -> !f.agrees())
        .map(Field::name)
        .anyMatch(
            name ->
                name.equals("time")
                    || name.equals("status")
                    || name.startsWith("group_labels.")
                    || name.startsWith("alerts") && !name.contains(".annotations."));
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
