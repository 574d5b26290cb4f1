package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Question;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Explains with the evidence of a run, which has at least one state of Alertmanager. The first
 * reason that applies explains an alert: it does not fire, Alertmanager does not have it, it is
 * routed elsewhere, it is suppressed, or it waits.
 */
public final class Explanations {

  /** More would fill the screen. */
  private static final int MOST_ALERTS = 5;

  private final Evidence evidence;
  private final ExplainedRun run;

  public Explanations(Evidence evidence) {
    this.evidence = evidence;
    this.run = ExplainedRun.of(evidence);
  }

  /**
   * Why a notification did not come, or not at its time.
   *
   * @return lines of text; none if there is nothing to explain
   */
  public List<String> why(Question question) {
    Claim claim = question.claim();
    ExpectedNotification expected = question.expected();
    List<Instant> instants = instants(question);
    List<FiringTimes> meant =
        ours(
            claim,
            instants,
            run.alerts().stream().filter(a -> isMeant(expected, a.sent())).toList());
    if (meant.isEmpty()) {
      return NoAlert.of(expected, evidence.observed(), run.alerts());
    }
    List<String> lines = new ArrayList<>();
    for (FiringTimes alert : meant.subList(0, Math.min(MOST_ALERTS, meant.size()))) {
      lines.addAll(spans(claim, expected, alert, instants));
    }
    if (meant.size() > MOST_ALERTS) {
      lines.add("and " + (meant.size() - MOST_ALERTS) + " more alerts");
    }
    return lines;
  }

  /**
   * Why a notification came.
   *
   * @return lines of text; none if that is not known
   */
  public List<String> whyCame(Notification notification) {
    return WhyCame.of(run, notification);
  }

  /** The alerts that are routed to the receiver, if any; the others are not the cause. */
  private List<FiringTimes> ours(Claim claim, List<Instant> instants, List<FiringTimes> meant) {
    List<Route> roots =
        instants.stream()
            .map(evidence::loaded)
            .distinct()
            .map(t -> evidence.routing(t).root())
            .toList();
    List<FiringTimes> routed =
        meant.stream()
            .filter(
                a ->
                    roots.stream()
                        .flatMap(root -> root.taken(a.sent()).stream())
                        .anyMatch(way -> way.route().receiver().equals(claim.receiver())))
            .toList();
    return routed.isEmpty() ? meant : routed;
  }

  /** The instants of the question, or else the last known state. */
  private List<Instant> instants(Question question) {
    List<Instant> asked =
        question.instants(evidence.observed()).stream()
            .filter(evidence.looks()::containsKey)
            .toList();
    return asked.isEmpty() ? List.of(evidence.looks().lastKey()) : asked;
  }

  private static boolean isMeant(ExpectedNotification expected, Labels alert) {
    return matches(expected.groupLabels(), alert)
        && (expected.alerts().isEmpty()
            || expected.alerts().stream().anyMatch(a -> matches(a.labels(), alert)));
  }

  private static boolean matches(Map<String, ValueMatcher> labels, Labels alert) {
    return labels.entrySet().stream()
        .allMatch(e -> e.getValue().matches(alert.get(e.getKey()).orElse("")));
  }

  /** One line for each period with the same reason. */
  private List<String> spans(
      Claim claim, ExpectedNotification expected, FiringTimes alert, List<Instant> instants) {
    boolean resolved = expected.status().filter("resolved"::equals).isPresent();
    Instant end = instants.get(instants.size() - 1);
    ReasonSpans spans = new ReasonSpans();
    for (Instant instant : instants) {
      Case one = new Case(run, claim, alert, instant, end);
      spans.add(instant, resolved ? WhyResolved.of(one) : WhyFiring.of(one));
    }
    return spans.lines(subject(alert), run::text);
  }

  private String subject(FiringTimes alert) {
    boolean relabelled = !alert.sent().equals(evidence.externalLabels().merge(alert.alert()));
    return SeriesText.alert(alert.alert())
        + (relabelled ? " (sent as " + SeriesText.alert(alert.sent()) + ")" : "");
  }
}
