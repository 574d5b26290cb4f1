package io.firedrill.assertions;

import io.firedrill.drill.ReceivedNotifications;
import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.NotificationOrder;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Differences;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Assertions about the notifications of a receiver. Every assertion fails for a receiver that
 * Alertmanager does not have, a kind of integration that the receiver does not have, and a window
 * that the drill has not reached. If Alertmanager may first flush a group at either of two
 * instants, an assertion that holds for only one of them fails.
 */
public class ReceiverAssert extends SubjectAssert<ReceiverAssert, ReceivedNotifications> {

  /** Assertions about these notifications. */
  public ReceiverAssert(ReceivedNotifications actual) {
    super(actual, ReceiverAssert.class);
  }

  /** Exactly these notifications came, in this order. What arrives within a second has none. */
  public ReceiverAssert received(NotificationSpec... notifications) {
    return exactly(NotificationOrder.AS_LISTED, notifications);
  }

  /** Exactly these notifications came, in any order. */
  public ReceiverAssert receivedInAnyOrder(NotificationSpec... notifications) {
    return exactly(NotificationOrder.ANY, notifications);
  }

  /** No notification came. */
  public ReceiverAssert receivedNothing() {
    return exactly(NotificationOrder.ANY);
  }

  /** This many notifications came. */
  public ReceiverAssert receivedTimes(int times) {
    return judged(received -> TimesNotifiedDiffer.check(received, times));
  }

  /** This notification came, perhaps among others. */
  public ReceiverAssert containsNotification(NotificationSpec notification) {
    return contains(notification);
  }

  /**
   * These notifications arrived in any order, possibly among others; each matches a different one.
   *
   * @throws IllegalArgumentException if none is named
   */
  public ReceiverAssert contains(NotificationSpec... notifications) {
    Arguments.requireSome("notification", notifications);
    List<ExpectedNotification> expected = NotificationSpec.expected(notifications);
    return compared(
        received ->
            Differences.ofNotificationsAmongOthers(
                received.claim(), expected, received.observed()));
  }

  /** No such notification came. */
  public ReceiverAssert doesNotContain(NotificationSpec notification) {
    ExpectedNotification refused = NotificationSpec.expected(notification).get(0);
    Duration end =
        Stream.of(refused.at(), refused.to())
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return judged(end, received -> NotificationRefused.check(received, refused));
  }

  private ReceiverAssert exactly(NotificationOrder order, NotificationSpec... notifications) {
    List<ExpectedNotification> expected = NotificationSpec.expected(notifications);
    return compared(
        received ->
            Differences.ofNotifications(received.claim(), expected, order, received.observed()));
  }

  private ReceiverAssert compared(Function<ReceivedNotifications, Optional<Difference>> check) {
    return judged(received -> check.apply(received).map(received::explained).map(Difference::text));
  }

  private ReceiverAssert judged(Function<ReceivedNotifications, Optional<String>> check) {
    return judged(Duration.ZERO, check);
  }

  /**
   * First what no check could judge.
   *
   * @param last the time that the drill must have reached
   */
  private ReceiverAssert judged(
      Duration last, Function<ReceivedNotifications, Optional<String>> check) {
    isNotNull();
    Observed observed = actual.observed();
    String receiver = actual.claim().receiver();
    String title = actual.claim().title(new VirtualTime(observed.timeline().start()));
    Duration end = actual.claim().to().filter(to -> to.compareTo(last) > 0).orElse(last);
    return require(
        NothingToJudge.withoutAlertmanager(receiver, observed)
            .or(() -> Differences.unknownReceiver(actual.claim(), observed).map(Difference::text))
            .or(() -> NothingToJudge.yet(title, end, observed))
            .or(
                () ->
                    EachCase.judge(
                        observed.timeline(),
                        other -> other.receiver().equals(receiver),
                        timeline -> check.apply(under(timeline)))));
  }

  private ReceivedNotifications under(Timeline timeline) {
    return timeline.equals(actual.observed().timeline()) ? actual : actual.under(timeline);
  }
}
