package io.firedrill.internal.suite;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedAlert;
import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds reasons against what the servers themselves answer: Prometheus's {@code ALERTS},
 * Alertmanager's API as it was asked every half minute, its log, and what receivers got.
 */
final class IndependentCheck {

  private static final String TIME = "(\\w+)(?: \\([^)]*\\))?";
  private static final Duration BACK = Duration.ofMinutes(12);

  private final Run run;
  private final Observed observed;
  private final NavigableMap<Instant, Optional<AlertmanagerView>> views;
  private final String log;

  IndependentCheck(
      Run run, Observed observed, NavigableMap<Instant, Optional<AlertmanagerView>> views) {
    this.run = run;
    this.observed = observed;
    this.views = views;
    this.log = run.servers().rig().log(Server.ALERTMANAGER);
  }

  /**
   * What a reason is about.
   *
   * @param sent the alert's labels in Alertmanager
   */
  record Subject(Labels alert, Labels sent, String receiver, String status, Instant time) {}

  /** What contradicts a reason; none if nothing does. */
  List<String> contradictions(Subject of, String reason) {
    List<String> wrong = new ArrayList<>();
    int parts = 0;
    for (Claimed claimed : claims(of)) {
      Matcher matcher = claimed.pattern.matcher(reason);
      while (matcher.find()) {
        parts++;
        if (!claimed.holds.test(matcher)) {
          wrong.add(claimed.pattern + " does not hold: " + of + ": " + reason);
        }
      }
    }
    if (parts == 0) {
      wrong.add("not checked: " + of + ": " + reason);
    }
    return wrong;
  }

  private record Claimed(Pattern pattern, Predicate<Matcher> holds) {}

  private List<Claimed> claims(Subject of) {
    List<Claimed> all = new ArrayList<>(ofPrometheus(of));
    all.addAll(ofAlertmanager(of));
    all.addAll(ofReceivers(of));
    return all;
  }

  private List<Claimed> ofPrometheus(Subject of) {
    return List.of(
        claimed(
            "still pending, since " + TIME, m -> isPending(of, at(m, 1)) && isPending(of, of.time)),
        claimed("^pending since " + TIME, m -> isPending(of, at(m, 1))),
        claimed("inactive again at " + TIME, m -> !has(of, "pending", at(m, 1))),
        claimed("it fires at " + TIME, m -> isFiring(of, at(m, 1))),
        claimed("^not pending", m -> !has(of, "pending", of.time) && !isFiring(of, of.time)),
        claimed(
            "it has not fired since (?=\\d)" + TIME,
            m ->
                !isFiring(of, of.time)
                    && !isFiring(of, at(m, 1))
                    && isFiring(of, at(m, 1).minusSeconds(1))),
        claimed(
            "Prometheus was started at " + TIME,
            m ->
                acted("start", at(m, 1)) && !has(of, "pending", of.time) && !isFiring(of, of.time)),
        claimed(
            "not fired since Prometheus was stopped at " + TIME,
            m -> acted("stop", at(m, 1)) && isFiring(of, at(m, 1)) && !isFiring(of, of.time)),
        claimed("Prometheus is not running, since " + TIME, m -> acted("stop", at(m, 1))));
  }

  private List<Claimed> ofAlertmanager(Subject of) {
    return List.of(
        claimed("^Alertmanager is not running", m -> near(of.time).isEmpty()),
        claimed(
            "Alertmanager was started at " + TIME,
            m -> acted("start", at(m, 1)) || acted("restart", at(m, 1))),
        claimed(
            "it still fires, since",
            m -> near(of.time).flatMap(v -> alert(v, of)).isPresent() || isFiring(of, of.time)),
        claimed(
            "Alertmanager did not get it", m -> near(of.time).flatMap(v -> alert(v, of)).isEmpty()),
        claimed(
            "Alertmanager did not get that it resolved|did not get the alert since it was started",
            m -> !isFiring(of, of.time)),
        claimed("inhibited by (\\w+)", m -> anyView(of, v -> isInhibited(v, of, m.group(1)))),
        claimed("silenced by", m -> anyView(of, v -> isSilenced(v, of))),
        claimed(
            "muted by (?:the|one of the) time interval|not within the active|within none of",
            m -> log.contains("Notifications not sent, route is")),
        claimed(
            "(?:took it for|it went to) receiver \"([^\"]+)\"",
            m ->
                near(of.time)
                    .flatMap(v -> alert(v, of))
                    .filter(
                        a ->
                            a.receivers().contains(m.group(1))
                                && !a.receivers().contains(of.receiver))
                    .isPresent()),
        claimed("it is not routed to", m -> !received(of, "firing", Instant.MIN, Instant.MAX)),
        claimed(
            "sent again at " + TIME, m -> received(of, "firing", at(m, 1), at(m, 1).plus(BACK))),
        claimed("is due at " + TIME, m -> at(m, 1).isAfter(end()) || isFlushed(at(m, 1))));
  }

  private List<Claimed> ofReceivers(Subject of) {
    return List.of(
        claimed("^sent at " + TIME, m -> received(of, "firing", at(m, 1), at(m, 1))),
        claimed(
            "^sent at " + TIME + ", nothing has changed since",
            m -> !received(of, "firing", at(m, 1).plusSeconds(1), of.time)),
        claimed("already sent at this time", m -> received(of, "firing", second(of.time), of.time)),
        claimed("which was sent at " + TIME, m -> received(of, "resolved", at(m, 1), at(m, 1))),
        claimed(
            "(?:^sent at|^the group waits|^it waits).* due at " + TIME + "$",
            m -> at(m, 1).isAfter(end()) || received(of, of.status, at(m, 1), at(m, 1).plus(BACK))),
        claimed("send_resolved: false", m -> !received(of, "resolved", Instant.MIN, Instant.MAX)),
        claimed("got no firing notification", m -> !received(of, "firing", begin(of), of.time)),
        claimed("has failed since " + TIME, m -> hasFailed(of, at(m, 1))));
  }

  private static Claimed claimed(String pattern, Predicate<Matcher> holds) {
    return new Claimed(Pattern.compile(pattern), holds);
  }

  private Instant at(Matcher matcher, int group) {
    return observed
        .timeline()
        .start()
        .plus(PrometheusDuration.parse(matcher.group(group)).orElse(Duration.ZERO));
  }

  private Instant end() {
    return observed.timeline().end();
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** A restarted Prometheus writes no {@code ALERTS} before it has restored alerts. */
  private boolean isPending(Subject of, Instant time) {
    return has(of, "pending", time) || actedWithin("start", second(time).minusSeconds(180), time);
  }

  private boolean isFiring(Subject of, Instant time) {
    return has(of, "firing", time);
  }

  private boolean has(Subject of, String state, Instant time) {
    String selector =
        of.alert.with("alertstate", state).asMap().entrySet().stream()
            .map(l -> l.getKey() + "=\"" + l.getValue() + "\"")
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    // Evaluations are some milliseconds after their time.
    QueryOutcome outcome =
        run.servers().query("ALERTS{" + selector + "}", second(time).plusMillis(999));
    return outcome instanceof QueryOutcome.Answer answer
        && answer.result() instanceof QueryResult.Vector vector
        && !vector.elements().isEmpty();
  }

  private Instant begin(Subject of) {
    Instant time = second(of.time);
    while (time.isAfter(observed.timeline().start()) && !isFiring(of, time)) {
      time = time.minusSeconds(60);
    }
    while (time.isAfter(observed.timeline().start()) && isFiring(of, time.minusSeconds(60))) {
      time = time.minusSeconds(60);
    }
    return time;
  }

  private boolean acted(String kind, Instant time) {
    return observed.timeline().events().stream()
        .filter(TimelineEvent.Acted.class::isInstance)
        .map(TimelineEvent.Acted.class::cast)
        .anyMatch(a -> a.kind().equals(kind) && second(a.time()).equals(time));
  }

  private boolean actedWithin(String kind, Instant from, Instant to) {
    return observed.timeline().events().stream()
        .filter(TimelineEvent.Acted.class::isInstance)
        .map(TimelineEvent.Acted.class::cast)
        .filter(a -> a.kind().equals(kind))
        .anyMatch(a -> !a.time().isBefore(from) && !a.time().isAfter(to));
  }

  private Optional<AlertmanagerView> near(Instant time) {
    return Optional.ofNullable(views.floorEntry(time)).flatMap(e -> e.getValue());
  }

  private boolean anyView(Subject of, Predicate<AlertmanagerView> holds) {
    return views.headMap(of.time.plus(BACK), true).values().stream()
        .flatMap(Optional::stream)
        .anyMatch(holds);
  }

  private static Optional<ViewedAlert> alert(AlertmanagerView view, Subject of) {
    return view.alerts().stream().filter(a -> a.labels().equals(of.sent)).findFirst();
  }

  /** A resolved alert is not listed, but what inhibits it is. */
  private static boolean isInhibited(AlertmanagerView view, Subject of, String by) {
    Stream<ViewedAlert> named =
        view.alerts().stream()
            .filter(a -> a.labels().get(Labels.ALERT_NAME).equals(Optional.of(by)));
    Optional<ViewedAlert> target = alert(view, of);
    return named.anyMatch(
        source -> target.isEmpty() || target.get().inhibitedBy().contains(source.fingerprint()));
  }

  private static boolean isSilenced(AlertmanagerView view, Subject of) {
    return view.silences().stream()
        .filter(s -> s.state().equals("active"))
        .anyMatch(s -> alert(view, of).map(a -> a.silencedBy().contains(s.id())).orElse(true));
  }

  private boolean isFlushed(Instant time) {
    String stamp = "=" + time.toString().replace("Z", ".");
    return log.lines().anyMatch(l -> l.contains(stamp) && l.contains("msg=flushing"));
  }

  private boolean received(Subject of, String status, Instant from, Instant to) {
    return observed.timeline().notifications().stream()
        .filter(n -> n.receiver().equals(of.receiver))
        .filter(n -> !second(n.time()).isBefore(from) && !second(n.time()).isAfter(to))
        .anyMatch(n -> mentions(n, of, status));
  }

  private static boolean mentions(Notification n, Subject of, String status) {
    return n.alerts().stream()
        .anyMatch(a -> a.labels().equals(of.sent) && a.status().equals(status));
  }

  private boolean hasFailed(Subject of, Instant since) {
    boolean attempted =
        observed.timeline().events().stream()
            .filter(TimelineEvent.Attempted.class::isInstance)
            .map(TimelineEvent.Attempted.class::cast)
            .filter(a -> a.notification().receiver().equals(of.receiver))
            .anyMatch(a -> second(a.time()).equals(since));
    return attempted
        && !received(of, "firing", since.plusSeconds(1), of.time)
        && !since.isAfter(of.time);
  }
}
