package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A receiver did not get the notifications that were expected. */
final class NotificationsDiffer {

  /** The times of notifications that are the same otherwise. */
  private static final int LISTED = 5;

  /** Two that differ in the same way are both shown. */
  private static final int LEAST_REPEATED = 3;

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
    text.each(
        "notification",
        Repeats.groups(assignment.near(), p -> shape(p.fields())),
        alike -> near(text, claim, alike, time, observed));
    text.each(
        "notification",
        Repeats.groups(assignment.missing(), e -> withoutTime(fields.missing(e))),
        alike -> missing(text, claim, alike, fields, time, observed));
    text.each(
        "notification",
        Repeats.groups(assignment.extra(), a -> withoutTime(fields.extra(a))),
        alike -> extra(text, alike, fields, time));
    if (!expected.isEmpty()) {
      SeveralIntegrations.hint(claim, claimed, Wording.of(expected.get(0).origin()))
          .ifPresent(text::hint);
    }
    text.alike(
        subject(
            claim,
            difference,
            Stream.of(
                    assignment.near().stream().map(Assignment.Pair::fields),
                    assignment.missing().stream().map(fields::missing),
                    assignment.extra().stream().map(fields::extra))
                .flatMap(f -> f)),
        claim.title(time));
    Window window = Window.of(assignment, time, observed);
    return Optional.of(
        text.timeline(observed, window.from(), window.to())
            .difference(FailureKind.NOTIFICATIONS_DIFFER));
  }

  private static void missing(
      FailureText text,
      Claim claim,
      List<ExpectedNotification> alike,
      NotificationFields fields,
      VirtualTime time,
      Observed observed) {
    ExpectedNotification first = alike.get(0);
    text.diff(Wording.expected(first.origin()) + ", did not arrive:", fields.missing(first));
    List<ExpectedNotification> others = alike.subList(1, alike.size());
    if (!others.isEmpty()) {
      List<String> places = others.stream().map(e -> place(e, time)).toList();
      text.line("nor did the same " + Repeats.listed(places, LISTED));
    }
    text.ask(alike.stream().limit(LISTED).map(e -> new Question(claim, e)).toList(), time);
    NotifiedAlerts.questions(claim, first, observed).forEach(text::ask);
  }

  /** {@code at 10m (drill.yaml:12:7)}. */
  private static String place(ExpectedNotification expected, VirtualTime time) {
    return (expected.at().isPresent() ? "at " : "")
        + ArrivalTime.of(expected).text(time).orElse("at any time")
        + " ("
        + Wording.place(expected.origin())
        + ")";
  }

  private static List<Field> withoutTime(List<Field> fields) {
    return fields.stream().filter(f -> !f.name().equals("time")).toList();
  }

  private static String subject(Claim claim, String difference, Stream<List<Field>> fields) {
    return claim.receiver()
        + claim.integration()
        + difference
        + fields.map(f -> "\n" + withoutTime(f)).sorted().toList();
  }

  private static void extra(
      FailureText text, List<Notification> alike, NotificationFields fields, VirtualTime time) {
    text.diff("arrived, but was not expected:", fields.extra(alike.get(0)));
    if (alike.size() > 1) {
      text.line("and the same " + Repeats.times(alike.subList(1, alike.size()), time));
    }
    alike.stream().limit(LISTED).forEach(text::askWhyCame);
  }

  /** Everything, however large a difference of the time is. */
  private static List<Field> shape(List<Field> fields) {
    return fields.stream().map(f -> f.name().equals("time") ? timeless(f) : f).toList();
  }

  private static Field timeless(Field time) {
    return new Field("time", Optional.empty(), Optional.empty(), time.agrees());
  }

  private static void near(
      FailureText text,
      Claim claim,
      List<Assignment.Pair<ExpectedNotification, Notification>> alike,
      VirtualTime time,
      Observed observed) {
    if (alike.size() < LEAST_REPEATED) {
      alike.forEach(pair -> near(text, claim, pair, observed));
      return;
    }
    near(text, claim, alike.get(0), observed);
    List<String> others =
        alike.stream()
            .skip(1)
            .map(p -> place(p.expected(), time) + " came at " + time.arrival(p.actual().time()))
            .toList();
    text.line("in the same way: " + Repeats.listed(others, LISTED));
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
