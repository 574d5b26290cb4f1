package io.firedrill.assertions;

import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.FailureKind;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.RuleQuestion;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import io.firedrill.model.TimelineEvent.AlertChanged;
import io.firedrill.model.TimelineEvent.Notified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Other alerts fired than expected, or other receivers were notified. */
final class NamesDiffer {

  private NamesDiffer() {}

  /** With a question for each alert that fires, or does not. */
  static Optional<Difference> fired(
      Timeline timeline, Collection<String> expected, List<Instant> evaluations) {
    return check(
        "alerts that fire",
        timeline,
        expected,
        NamesDiffer::firing,
        (text, name) -> {
          if (!evaluations.isEmpty()) {
            text.ask(question(name, AlertState.FIRING, evaluations));
          }
        },
        (text, event) ->
            text.ask(
                question(firing(event).orElseThrow(), AlertState.INACTIVE, List.of(event.time()))));
  }

  private static RuleQuestion question(
      String alertname, AlertState expected, List<Instant> evaluations) {
    return new RuleQuestion(alertname, Map.of(), expected, evaluations, Optional.empty());
  }

  /** With a question for each receiver that is not notified, or is. */
  static Optional<Difference> notified(Timeline timeline, Collection<String> expected) {
    return check(
        "receivers that are notified",
        timeline,
        expected,
        NamesDiffer::receiver,
        (text, name) ->
            text.askForMore(
                new Claim(name, Optional.empty(), Optional.empty(), Optional.empty()), timeline),
        (text, event) -> text.askWhyCame(((Notified) event).notification()));
  }

  private static Optional<String> firing(TimelineEvent event) {
    return event instanceof AlertChanged changed && changed.to() == AlertState.FIRING
        ? changed.alert().get(Labels.ALERT_NAME)
        : Optional.empty();
  }

  private static Optional<String> receiver(TimelineEvent event) {
    return event instanceof Notified notified
        ? Optional.of(notified.notification().receiver())
        : Optional.empty();
  }

  private static Optional<Difference> check(
      String what,
      Timeline timeline,
      Collection<String> expected,
      Function<TimelineEvent, Optional<String>> name,
      BiConsumer<FailureText, String> missing,
      BiConsumer<FailureText, TimelineEvent> extra) {
    TreeSet<String> wanted = new TreeSet<>(expected);
    TreeMap<String, TimelineEvent> found = new TreeMap<>();
    for (TimelineEvent event : timeline.events()) {
      name.apply(event).ifPresent(n -> found.putIfAbsent(n, event));
    }
    if (wanted.equals(found.keySet())) {
      return Optional.empty();
    }
    FailureText text =
        new FailureText(
            "%s: expected %s, found %s".formatted(what, list(wanted), list(found.keySet())));
    text.section("expected (-), found (+):", lines(wanted, found));
    wanted.stream()
        .filter(n -> !found.containsKey(n))
        .forEach(
            n -> {
              Suggestions.hint(n, found.keySet())
                  .ifPresent(hint -> text.hint("\"" + n + "\": " + hint));
              missing.accept(text, n);
            });
    List<TimelineEvent> unexpected =
        found.entrySet().stream()
            .filter(e -> !wanted.contains(e.getKey()))
            .map(Map.Entry::getValue)
            .sorted(Comparator.comparing(TimelineEvent::time))
            .toList();
    unexpected.forEach(event -> extra.accept(text, event));
    Optional<Instant> first = unexpected.stream().map(TimelineEvent::time).findFirst();
    return Optional.of(
        text.timeline(timeline, first.orElse(timeline.start()), first.orElse(timeline.end()))
            .difference(FailureKind.NOTIFICATIONS_DIFFER));
  }

  private static List<String> lines(TreeSet<String> wanted, Map<String, TimelineEvent> found) {
    TreeSet<String> all = new TreeSet<>(wanted);
    all.addAll(found.keySet());
    List<String> lines = new ArrayList<>();
    for (String name : all) {
      lines.add((!found.containsKey(name) ? "- " : wanted.contains(name) ? "  " : "+ ") + name);
    }
    return lines;
  }

  private static String list(Collection<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
