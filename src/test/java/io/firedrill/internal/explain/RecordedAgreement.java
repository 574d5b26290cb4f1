package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.RecordedEvent;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.explain.GroupFlush.Sent;
import io.firedrill.internal.explain.Suppressed.Inhibited;
import io.firedrill.internal.explain.Suppressed.Silenced;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what is worked out of a run with what its Alertmanager recorded. The run has at least
 * one state of Alertmanager, at its end.
 */
public final class RecordedAgreement {

  private final Evidence evidence;
  private final ExplainedRun computed;
  private final ExplainedRun recorded;
  private final List<String> differences = new ArrayList<>();
  private int compared;

  private RecordedAgreement(Evidence evidence) {
    this.evidence = evidence;
    ServerRecord servers = evidence.servers();
    this.recorded = ExplainedRun.of(evidence);
    this.computed =
        ExplainedRun.of(
            new Evidence(
                evidence.observed(),
                evidence.externalLabels(),
                evidence.routings(),
                evidence.looks(),
                new ServerRecord(
                    servers.received(),
                    servers.log(),
                    Optional.empty(),
                    servers.silences(),
                    servers.memory(),
                    servers.prometheusRuns())));
  }

  /**
   * How a run's events were compared.
   *
   * @param compared how many were
   * @param differences what differs
   */
  public record Comparison(int compared, List<String> differences) {}

  public static Comparison of(Evidence evidence) {
    RecordedAgreement agreement = new RecordedAgreement(evidence);
    agreement.compare();
    return new Comparison(agreement.compared, agreement.differences);
  }

  private void compare() {
    Map<Groups.Group, List<GroupFlush>> groups = groups(computed);
    Map<Groups.Group, List<GroupFlush>> said = groups(recorded);
    groups.forEach((key, flushes) -> suppressions(flushes, said.get(key)));
    for (RecordedEvent.Notified event : evidence.servers().events().orElseThrow().notifications()) {
      if (!event.time().isAfter(evidence.end())) {
        notification(
            event,
            groups.getOrDefault(
                new Groups.Group(event.group().key(), event.group().receiver()), List.of()));
      }
    }
  }

  private Map<Groups.Group, List<GroupFlush>> groups(ExplainedRun run) {
    Map<Groups.Group, List<GroupFlush>> groups = new LinkedHashMap<>();
    for (Instant time : evidence.routings().keySet()) {
      for (Labels alert : evidence.servers().received().all()) {
        for (Route.Path path : evidence.routing(time).root().taken(alert)) {
          groups.put(Groups.group(path, alert), run.groups().flushes(path, alert));
        }
      }
    }
    return groups;
  }

  private void suppressions(List<GroupFlush> computed, List<GroupFlush> recorded) {
    for (int i = 0; i < computed.size(); i++) {
      Set<Labels> alerts = new HashSet<>(computed.get(i).firing());
      alerts.addAll(computed.get(i).resolved());
      for (Labels alert : alerts) {
        suppression(alert, computed.get(i), recorded.get(i));
      }
    }
  }

  private void suppression(Labels alert, GroupFlush computed, GroupFlush recorded) {
    Set<Labels> by = inhibitors(computed.suppressed(alert));
    Set<Labels> saidBy = inhibitors(recorded.suppressed(alert));
    // Alertmanager records one of several.
    if (by.isEmpty() != saidBy.isEmpty() || !by.containsAll(saidBy)) {
      differ(computed, alert + " is inhibited by " + by + ", recorded: " + saidBy);
    }
    Set<String> silences = silences(computed.suppressed(alert));
    Set<String> said = silences(recorded.suppressed(alert));
    if (!silences.equals(said)) {
      differ(computed, alert + " is silenced by " + silences + ", recorded: " + said);
    }
    compared += saidBy.size() + said.size();
  }

  private static Set<Labels> inhibitors(List<Suppressed> all) {
    return all.stream()
        .filter(Inhibited.class::isInstance)
        .map(s -> ((Inhibited) s).by())
        .collect(Collectors.toSet());
  }

  private static Set<String> silences(List<Suppressed> all) {
    return all.stream()
        .filter(Silenced.class::isInstance)
        .map(s -> ((Silenced) s).by().id())
        .collect(Collectors.toSet());
  }

  private void notification(RecordedEvent.Notified event, List<GroupFlush> flushes) {
    Optional<GroupFlush> flush =
        flushes.stream().filter(f -> !f.time().isAfter(event.time())).reduce((a, b) -> b);
    Optional<Sent> sent =
        flush.stream()
            .flatMap(f -> f.sent().stream())
            .filter(s -> s.integration().kind().equals(event.integration()))
            .filter(s -> s.index() == event.index())
            .findFirst();
    if (sent.isEmpty()) {
      differences.add(event + " is not computed");
      return;
    }
    compared++;
    if (!sent.get().cause().name().equals(event.reason())) {
      differ(flush.get(), sent.get().cause() + ", recorded: " + event.reason());
    }
    if (flush.get().number() != event.flush()) {
      differ(flush.get(), "flush " + flush.get().number() + ", recorded: " + event.flush());
    }
    Set<Labels> firing = left(flush.get(), flush.get().firing());
    Set<Labels> resolved =
        sent.get().integration().sendsResolved()
            ? left(flush.get(), flush.get().resolved())
            : Set.of();
    if (!firing.equals(alerts(event, false)) || !resolved.equals(alerts(event, true))) {
      differ(flush.get(), firing + " and " + resolved + ", recorded: " + event.alerts());
    }
  }

  private static Set<Labels> left(GroupFlush flush, Set<Labels> alerts) {
    return alerts.stream().filter(a -> flush.suppressed(a).isEmpty()).collect(Collectors.toSet());
  }

  private static Set<Labels> alerts(RecordedEvent.Notified event, boolean resolved) {
    return event.alerts().stream()
        .filter(a -> a.resolved() == resolved)
        .map(RecordedEvent.Alert::labels)
        .collect(Collectors.toSet());
  }

  private void differ(GroupFlush flush, String text) {
    differences.add(flush.key() + " at " + flush.time() + ": " + text);
  }
}
