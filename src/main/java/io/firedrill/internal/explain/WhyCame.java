package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.RecordedEvent;
import io.firedrill.internal.alertmanager.Route.Timing;
import io.firedrill.internal.explain.FlushCause.Remembered;
import io.firedrill.internal.explain.GroupFlush.Sent;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Why a notification came: which flush sent it, and what had changed in the group. */
final class WhyCame {

  /** A group of many alerts would fill the screen. */
  private static final int MOST_ALERTS = 3;

  private final ExplainedRun run;
  private final Notification notification;
  private final GroupFlush flush;
  private final Sent sent;
  private final Optional<GroupFlush> before;

  private WhyCame(ExplainedRun run, Notification notification, FlushOf found) {
    this.run = run;
    this.notification = notification;
    this.flush = found.flush();
    this.sent = found.sent();
    this.before = found.before();
  }

  /** The lines of an explanation; none if the flush is not known. */
  static List<String> of(ExplainedRun run, Notification notification) {
    return FlushOf.find(run, notification)
        .map(found -> new WhyCame(run, notification, found).lines())
        .orElse(List.of());
  }

  private List<String> lines() {
    Optional<RecordedEvent.Notified> recorded = recorded();
    FlushCause cause = recorded.flatMap(r -> FlushCause.recorded(r.reason())).orElse(sent.cause());
    boolean unfounded = cause == FlushCause.NEW_ALERTS_IN_GROUP && added().isEmpty();
    if (cause == FlushCause.NOTHING || unfounded) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "flush %d of the group (%s): %s%s"
            .formatted(
                recorded.map(r -> (int) r.flush()).orElse(flush.number()),
                timing(),
                text(cause),
                recorded.isPresent() ? "" : SuppressedText.COMPUTED));
    switch (cause) {
      case FIRST_NOTIFICATION, NEW_ALERTS_IN_GROUP -> lines.addAll(alerts(added(), this::began));
      case NEW_RESOLVED_ALERTS -> lines.addAll(alerts(newlyResolved(), this::ended));
      case ALL_ALERTS_RESOLVED -> lines.addAll(alerts(shown(flush.resolved()), this::ended));
      default -> {}
    }
    return lines;
  }

  private String timing() {
    if (flush.number() > 1) {
      return TimingText.of(flush.route(), Timing.GROUP_INTERVAL);
    }
    String wait = TimingText.of(flush.route(), Timing.GROUP_WAIT);
    return isAtOnce() ? "at once, because an alert is older than " + wait : wait;
  }

  /** A new group is flushed at once if its first alert is older than {@code group_wait}. */
  private boolean isAtOnce() {
    Duration wait = flush.route().groupWait();
    boolean isOld =
        flush.firing().stream()
            .flatMap(alert -> received(alert).stream())
            .anyMatch(r -> r.startsAt().plus(wait).isBefore(flush.time()));
    return isOld && begins().map(t -> text(t.plus(wait))).noneMatch(text(flush.time())::equals);
  }

  /** When the group can have begun. */
  private Stream<Instant> begins() {
    Evidence evidence = run.evidence();
    return Stream.concat(
        flush.firing().stream()
            .flatMap(alert -> evidence.servers().received().times(alert).stream())
            .map(ReceivedAlerts.Received::time),
        evidence.routings().keySet().stream());
  }

  private Optional<RecordedEvent.Notified> recorded() {
    return run.evidence().servers().events().stream()
        .flatMap(e -> e.notifications().stream())
        .filter(e -> e.group().receiver().equals(notification.receiver()))
        .filter(e -> e.integration().equals(notification.integration()))
        .filter(e -> e.index() == notification.index())
        .filter(e -> e.group().key().equals(flush.key()))
        .filter(e -> text(e.time()).equals(text(notification.time())))
        .findFirst();
  }

  private String text(FlushCause cause) {
    Optional<Remembered> last = sent.before();
    return switch (cause) {
      case FIRST_NOTIFICATION ->
          forgotten()
              .map(
                  time ->
                      "Alertmanager keeps notifications in its log for %s, and has forgotten the one at %s"
                          .formatted(
                              PrometheusDuration.format(
                                  run.evidence()
                                      .servers()
                                      .memory()
                                      .keeps(flush.route().repeatInterval())),
                              text(time)))
              .orElse(
                  last.isEmpty()
                      ? "the first notification of the group"
                      : "the first notification since all alerts had resolved");
      case NEW_ALERTS_IN_GROUP -> "alerts are new since the notification at " + since(last);
      case NEW_RESOLVED_ALERTS -> "alerts have resolved since the notification at " + since(last);
      case ALL_ALERTS_RESOLVED -> "all alerts of the group have resolved";
      default ->
          "nothing has changed since the notification at %s, and %s%s has passed"
              .formatted(
                  since(last),
                  TimingText.of(flush.route(), Timing.REPEAT_INTERVAL),
                  flush.route().defaults().contains(Timing.REPEAT_INTERVAL) ? "," : "");
    };
  }

  private String since(Optional<Remembered> last) {
    return last.map(l -> text(l.time())).orElse("an unknown time");
  }

  /** The notification before, if nothing but its age is the cause. */
  private Optional<Instant> forgotten() {
    return sent.before().isEmpty() ? sent.forgotten().map(Remembered::time) : Optional.empty();
  }

  private List<Labels> added() {
    Set<Labels> alerts = new HashSet<>(flush.firing());
    sent.before().ifPresent(b -> alerts.removeAll(b.firing()));
    // One that resolves at the instant of the flush may not be in the notification.
    alerts.retainAll(notification.alerts().stream().map(NotifiedAlert::labels).toList());
    return shown(alerts);
  }

  private List<Labels> newlyResolved() {
    Set<Labels> alerts = new HashSet<>(flush.resolved());
    sent.before().ifPresent(b -> alerts.removeAll(b.resolved()));
    return shown(alerts);
  }

  private List<Labels> shown(Set<Labels> alerts) {
    return alerts.stream()
        .filter(a -> flush.suppressed(a).isEmpty())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private List<String> alerts(List<Labels> alerts, Function<Labels, String> text) {
    List<String> lines =
        new ArrayList<>(
            alerts.stream()
                .limit(MOST_ALERTS)
                .map(a -> SeriesText.alert(a) + ": " + text.apply(a))
                .toList());
    if (alerts.size() > MOST_ALERTS) {
      lines.add("and " + (alerts.size() - MOST_ALERTS) + " more alerts");
    }
    return lines;
  }

  private String began(Labels alert) {
    String since = received(alert).map(r -> "fires since " + text(r.startsAt())).orElse("fires");
    List<Suppressed> held =
        before
            .map(b -> b.firing().contains(alert) ? b.suppressed(alert) : List.<Suppressed>of())
            .orElse(List.of());
    return held.isEmpty()
        ? since
        : since
            + "; at the flush before, it was "
            + new SuppressedText(this::text, run.evidence().routing(flush.time()), alert).of(held);
  }

  private String ended(Labels alert) {
    return received(alert).map(r -> EndText.of(run.evidence(), r, this::text)).orElse("resolved");
  }

  private Optional<ReceivedAlerts.Received> received(Labels alert) {
    return run.evidence().servers().received().last(alert, flush.time());
  }

  private String text(Instant instant) {
    return run.text(instant);
  }
}
