package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerLog.By;
import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedAlert;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedSilence;
import io.firedrill.internal.alertmanager.DispatchLog.Flush;
import io.firedrill.internal.alertmanager.InhibitRule;
import io.firedrill.internal.alertmanager.RecordedEvents;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.explain.Suppressed.Inhibited;
import io.firedrill.internal.explain.Suppressed.Silenced;
import io.firedrill.internal.explain.Suppressed.Source;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why flushes left out alerts. Alertmanager's own record is the evidence where there is one, and so
 * is its API where it was asked within the second of the flush, and nothing was done to it in
 * between; otherwise its rules and silences are applied here.
 */
final class Suppressions {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Evidence evidence;
  private final Muting muting;
  private final Map<String, ViewedSilence> silences;
  private final Optional<RecordedEvents> recorded;

  Suppressions(Evidence evidence, Groups groups) {
    this.evidence = evidence;
    this.muting = new Muting(evidence, groups);
    this.silences =
        Stream.concat(
                evidence.looks().values().stream()
                    .flatMap(Optional::stream)
                    .flatMap(view -> view.silences().stream()),
                evidence.servers().silences().stream())
            .collect(
                Collectors.toMap(
                    ViewedSilence::id,
                    Function.identity(),
                    (earlier, later) -> later,
                    TreeMap::new));
    this.recorded = evidence.servers().events();
  }

  /** All that is known; none if the alert was not left out. */
  List<Suppressed> of(Labels alert, Route route, Flush flush, Optional<Flush> next) {
    List<Suppressed> all = new ArrayList<>();
    all.addAll(inhibited(alert, flush));
    muting.of(route, flush, next, By.ACTIVE).ifPresent(all::add);
    muting.of(route, flush, next, By.MUTE).ifPresent(all::add);
    // What is inhibited or muted does not get as far as silences.
    all.addAll(silenced(alert, flush.time(), all.isEmpty()));
    return all;
  }

  private List<Inhibited> inhibited(Labels alert, Flush flush) {
    List<Inhibited> said = said(alert, flush.time());
    if (said.isEmpty() && isSaid(alert, flush.time())) {
      return said;
    }
    Set<InhibitRule> rules =
        said.stream().flatMap(i -> i.rule().stream()).collect(Collectors.toSet());
    boolean isFirst = said.isEmpty();
    // The servers say the first rule that inhibits; whoever repairs that meets the next one.
    return Stream.concat(
            said.stream(),
            computed(alert, flush).stream()
                .map(by -> new Inhibited(by, rule(by, alert, flush.time()), Source.COMPUTED))
                .filter(i -> isFirst || i.rule().filter(rules::add).isPresent()))
        .toList();
  }

  private boolean isSaid(Labels alert, Instant time) {
    return recorded.isPresent() || viewed(alert, time).isPresent();
  }

  private List<Inhibited> said(Labels alert, Instant time) {
    List<Labels> sources =
        recorded.isPresent()
            ? recorded.get().inhibitors(alert, time, time.plus(SECOND))
            : viewed(alert, time)
                .map(a -> labels(evidence.view(viewTime(time).orElseThrow()).orElseThrow(), a))
                .orElse(List.of());
    return sources.stream()
        .sorted()
        .map(by -> new Inhibited(by, rule(by, alert, time), Source.SAID))
        .toList();
  }

  private static List<Labels> labels(AlertmanagerView view, ViewedAlert alert) {
    return view.alerts().stream()
        .filter(a -> alert.inhibitedBy().contains(a.fingerprint()))
        .map(ViewedAlert::labels)
        .toList();
  }

  private List<Labels> computed(Labels alert, Flush flush) {
    Instant time = flush.time();
    return evidence.routing(time).inhibitRules().isEmpty()
        ? List.of()
        : evidence.servers().received().all().stream()
            .sorted()
            .filter(by -> rule(by, alert, time).isPresent())
            .filter(
                by -> evidence.servers().at(by, flush).filter(r -> r.isActive(time)).isPresent())
            .toList();
  }

  private Optional<InhibitRule> rule(Labels by, Labels alert, Instant time) {
    return evidence.routing(time).inhibitRules().stream()
        .filter(rule -> rule.inhibits(by, alert))
        .findFirst();
  }

  private List<Silenced> silenced(Labels alert, Instant time, boolean isRecorded) {
    if (recorded.isPresent() && isRecorded) {
      return recorded.get().silences(alert, time, time.plus(SECOND)).stream()
          .flatMap(id -> Optional.ofNullable(silences.get(id)).stream())
          .map(silence -> new Silenced(silence, Source.SAID))
          .toList();
    }
    Optional<ViewedAlert> viewed = viewed(alert, time);
    Source source = viewed.isPresent() ? Source.SAID : Source.COMPUTED;
    return silences.values().stream()
        .filter(
            s ->
                viewed
                    .map(a -> a.silencedBy().contains(s.id()))
                    .orElseGet(() -> isActive(s, time) && s.matches(alert)))
        .map(silence -> new Silenced(silence, source))
        .toList();
  }

  private static boolean isActive(ViewedSilence silence, Instant time) {
    return !silence.from().isAfter(time) && silence.to().isAfter(time);
  }

  /** The alert as the API had it when a group was flushed. */
  private Optional<ViewedAlert> viewed(Labels alert, Instant flush) {
    return viewTime(flush)
        .flatMap(evidence::view)
        .flatMap(v -> v.alerts().stream().filter(a -> a.labels().equals(alert)).findFirst());
  }

  private Optional<Instant> viewTime(Instant flush) {
    Collection<Instant> near = evidence.looks().subMap(flush, flush.plus(SECOND)).keySet();
    return near.stream().findFirst().filter(t -> evidence.isQuiet(flush, t));
  }
}
