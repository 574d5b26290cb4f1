package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.LoggedTrouble;
import io.firedrill.internal.alertmanager.LoggedTrouble.GivenUp;
import io.firedrill.internal.capture.AnswerPolicy.Delivery;
import io.firedrill.internal.capture.CaptureSink;
import io.firedrill.internal.capture.LastRequest;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent;
import io.firedrill.model.TimelineEvent.NotificationFailed;
import io.firedrill.model.TimelineEvent.Warned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Alertmanager failed to do, for the timeline: from its log, and from messages that it sends
 * empty or incomplete because it ignores the error of a template (Slack, in newer versions).
 */
final class AlertmanagerTrouble {

  /** A request and what the log says about it have the same virtual time, but for milliseconds. */
  private static final Duration INSTANT = Duration.ofMillis(900);

  private static final String INCOMPLETE =
      "Alertmanager sent an %s message: a template of it cannot be rendered";

  private final CaptureSink receivers;
  private final Instant start;

  AlertmanagerTrouble(CaptureSink receivers, Instant start) {
    this.receivers = receivers;
    this.start = start;
  }

  /** The events in a log, and those that the requests show. */
  List<TimelineEvent> events(List<String> logs) {
    List<TimelineEvent> events = new ArrayList<>();
    for (String log : logs) {
      LoggedTrouble trouble = LoggedTrouble.read(log);
      trouble.warnings().forEach(w -> events.add(warned(w)));
      trouble.givenUp().stream().filter(g -> !isForced(g)).forEach(g -> events.add(failed(g)));
    }
    receivers.notifications().stream()
        .filter(AlertmanagerTrouble::isIncomplete)
        .forEach(n -> events.add(incomplete(n)));
    return events.stream().distinct().toList();
  }

  private Warned warned(LoggedTrouble.Warning warning) {
    Instant time = warning.time().isBefore(start) ? start : warning.time();
    return new Warned(time, "alertmanager", warning.message());
  }

  private static NotificationFailed failed(GivenUp given) {
    return new NotificationFailed(
        given.time(),
        given.receiver(),
        given.integration(),
        given.index(),
        given.group(),
        given.reason());
  }

  /**
   * Whether the test itself made the receiver fail, so that this is no news. At the very instant at
   * which Alertmanager gives up retrying, the next flush of the group may already have succeeded.
   */
  private boolean isForced(GivenUp given) {
    if (given.kind() == GivenUp.Kind.AFTER_RETRIES) {
      return isForced(given, given.time().plus(INSTANT))
          || isForced(given, given.time().minus(INSTANT));
    }
    return last(given, given.time().plus(INSTANT))
        .filter(request -> !request.time().isBefore(given.time().minus(INSTANT)))
        .filter(LastRequest::isForced)
        .isPresent();
  }

  private boolean isForced(GivenUp given, Instant upTo) {
    return last(given, upTo).filter(LastRequest::isForced).isPresent();
  }

  private Optional<LastRequest> last(GivenUp given, Instant upTo) {
    return receivers.last(new Delivery(upTo, given.receiver(), given.integration(), given.index()));
  }

  /**
   * Whatever can be rendered carries a mark that tells its group; in Slack's messages, it follows
   * the title and the text. In other kinds, it is at the end of a text that may be cut.
   */
  private static boolean isIncomplete(Notification n) {
    return n.status().equals(Notification.UNKNOWN)
        && (n.integration().equals("slack") || isEmpty(n));
  }

  private static boolean isEmpty(Notification n) {
    return n.message().filter(m -> m.title().isEmpty() && m.text().isEmpty()).isPresent();
  }

  private static NotificationFailed incomplete(Notification n) {
    return new NotificationFailed(
        n.time(),
        n.receiver(),
        n.integration(),
        n.index(),
        n.groupLabels(),
        INCOMPLETE.formatted(isEmpty(n) ? "empty" : "incomplete"));
  }
}
