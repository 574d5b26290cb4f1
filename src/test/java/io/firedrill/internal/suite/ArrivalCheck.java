package io.firedrill.internal.suite;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds the reasons why a notification came against what the notification itself says. */
final class ArrivalCheck {

  private static final String TIME = "(\\w+)(?: \\([^)]*\\))?";

  private final Observed observed;
  private final Notification notification;

  ArrivalCheck(Observed observed, Notification notification) {
    this.observed = observed;
    this.notification = notification;
  }

  /** What contradicts the lines of an explanation; none if nothing does. */
  List<String> contradictions(List<String> lines) {
    List<String> wrong = new ArrayList<>();
    if (lines.isEmpty() && !notification.status().equals(Notification.UNKNOWN)) {
      wrong.add("not explained: " + notification);
    }
    for (String line : lines) {
      check(wrong, line, "since the notification at " + TIME, m -> came(at(m)));
      check(wrong, line, "all alerts of the group have resolved", m -> all("resolved"));
      check(wrong, line, "alerts have resolved since", m -> any("resolved"));
      check(wrong, line, "alerts are new|the first notification", m -> any("firing"));
      check(wrong, line, ": fires since " + TIME, m -> alert(line, a -> is(a.startsAt(), at(m))));
      check(wrong, line, ": resolved at " + TIME, m -> alert(line, a -> is(a.endsAt(), at(m))));
    }
    return wrong;
  }

  private void check(List<String> wrong, String line, String regex, Predicate<Matcher> holds) {
    Matcher matcher = Pattern.compile(regex).matcher(line);
    if (matcher.find() && !holds.test(matcher)) {
      wrong.add(regex + " does not hold: " + notification + ": " + line);
    }
  }

  private Instant at(Matcher matcher) {
    return observed
        .timeline()
        .start()
        .plus(PrometheusDuration.parse(matcher.group(1)).orElseThrow());
  }

  private static boolean is(Instant actual, Instant expected) {
    return actual != null && actual.truncatedTo(ChronoUnit.SECONDS).equals(expected);
  }

  private boolean came(Instant time) {
    return observed.timeline().notifications().stream()
        .filter(n -> n.receiver().equals(notification.receiver()))
        .filter(n -> n.groupLabels().equals(notification.groupLabels()))
        .anyMatch(n -> is(n.time(), time));
  }

  private boolean all(String status) {
    return notification.alerts().stream().allMatch(a -> a.status().equals(status));
  }

  private boolean any(String status) {
    return notification.alerts().stream().anyMatch(a -> a.status().equals(status));
  }

  private boolean alert(String line, Predicate<NotifiedAlert> holds) {
    Optional<? extends NotifiedAlert> alert =
        notification.alerts().stream()
            .filter(a -> line.startsWith(SeriesText.alert(a.labels()) + ": "))
            .findFirst();
    return alert.filter(holds).isPresent();
  }
}
