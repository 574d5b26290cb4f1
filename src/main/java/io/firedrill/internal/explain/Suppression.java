package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedAlert;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedSilence;
import io.firedrill.internal.alertmanager.InhibitRule;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.TimeInterval;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The alert is inhibited, silenced or muted. */
final class Suppression {

  private Suppression() {}

  static Optional<String> of(Case one, Route route) {
    return inhibited(one).or(() -> silenced(one)).or(() -> muted(one, route));
  }

  private static Optional<String> inhibited(Case one) {
    Labels alert = one.alert().sent();
    List<Labels> sources = one.view().map(v -> inhibitors(one, v)).orElse(List.of());
    return joined(sources.stream().sorted().map(source -> inhibited(one, source, alert)));
  }

  /** Alertmanager lists only firing alerts; for resolved ones, its rules are evaluated here. */
  private static List<Labels> inhibitors(Case one, AlertmanagerView view) {
    return one.viewed()
        .map(
            alert ->
                view.alerts().stream()
                    .filter(a -> alert.inhibitedBy().contains(a.fingerprint()))
                    .map(ViewedAlert::labels)
                    .toList())
        .orElseGet(
            () ->
                view.alerts().stream()
                    .map(ViewedAlert::labels)
                    .filter(a -> rule(one, a).isPresent())
                    .toList());
  }

  private static Optional<InhibitRule> rule(Case one, Labels source) {
    return one.routing().inhibitRules().stream()
        .filter(r -> r.inhibits(source, one.alert().sent()))
        .findFirst();
  }

  private static String inhibited(Case one, Labels source, Labels target) {
    return "inhibited by "
        + SeriesText.alert(source)
        + rule(one, source).map(r -> " (rule at " + r.position() + ")").orElse("");
  }

  private static Optional<String> silenced(Case one) {
    Stream<ViewedSilence> silences =
        one.view().stream().flatMap(v -> v.silences().stream()).filter(s -> silences(one, s));
    return joined(silences.map(s -> silenced(one, s)).sorted());
  }

  private static boolean silences(Case one, ViewedSilence silence) {
    return one.viewed()
        .map(a -> a.silencedBy().contains(silence.id()))
        .orElseGet(() -> silence.state().equals("active") && silence.matches(one.alert().sent()));
  }

  private static String silenced(Case one, ViewedSilence silence) {
    String matchers =
        silence.matchers().stream()
            .map(LabelMatcher::toString)
            .collect(Collectors.joining(", ", "{", "}"));
    return "silenced by %s until %s, \"%s\" (%s)"
        .formatted(matchers, one.text(silence.to()), silence.comment(), silence.author());
  }

  /**
   * What the server reports about the group; versions up to 0.27 report it only in their log,
   * without the group's name.
   */
  private static Optional<String> muted(Case one, Route route) {
    Optional<List<String>> reported =
        one.viewedGroup(route).flatMap(AlertmanagerView.ViewedGroup::mutedBy);
    if (reported.isPresent()) {
      return joined(reported.get().stream().sorted().map(name -> muted(one, route, name)));
    }
    List<String> names =
        Stream.concat(route.muteTimeIntervals().stream(), route.activeTimeIntervals().stream())
            .toList();
    Optional<Instant> look = one.looks(route).before(one.time());
    boolean logged =
        look.isPresent()
            && one.evidence().mutes().stream()
                .anyMatch(t -> !t.isBefore(look.get()) && !t.isAfter(one.time()));
    return logged ? joined(names.stream().map(name -> muted(one, route, name))) : Optional.empty();
  }

  private static String muted(Case one, Route route, String name) {
    String where =
        one.routing().timeIntervals().stream()
            .filter(i -> i.name().equals(name))
            .findFirst()
            .map(TimeInterval::position)
            .map(p -> " (" + p + ")")
            .orElse("");
    return (route.activeTimeIntervals().contains(name)
            ? "not within the active time interval \""
            : "muted by the time interval \"")
        + name
        + "\""
        + where;
  }

  private static Optional<String> joined(Stream<String> reasons) {
    String text = reasons.collect(Collectors.joining(", and "));
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
