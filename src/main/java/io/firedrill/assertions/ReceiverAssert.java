package io.firedrill.assertions;

import io.firedrill.drill.ReceivedNotifications;
import io.firedrill.internal.live.ClaimedNotifications;
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
 *
 * <p>In the examples, a pipeline fails for 18 hours from the start, and its alert has {@code for:
 * 15m}. {@code drill} has run for 24 hours, {@code after10m} for 10 minutes and {@code after1h} for
 * one hour. In {@code healthy}, the pipeline does not fail.
 */
public class ReceiverAssert extends SubjectAssert<ReceiverAssert, ReceivedNotifications> {

  /** Assertions about these notifications. */
  public ReceiverAssert(ReceivedNotifications actual) {
    super(actual, ReceiverAssert.class);
  }

  /**
   * Verifies that exactly these notifications arrived, in this order. Notifications that arrive
   * within the same second may be in any order.
   *
   * <pre>{@code
   * // passes
   * assertThat(after1h.receiver("data-oncall")).received(notification().at("15m30s"));
   * // fails
   * assertThat(after1h.receiver("data-oncall")).received(notification().at("15m"));
   * }</pre>
   */
  public ReceiverAssert received(NotificationSpec... notifications) {
    return exactly(NotificationOrder.AS_LISTED, notifications);
  }

  /**
   * Verifies that exactly these notifications arrived, in any order.
   *
   * <pre>{@code
   * // passes
   * assertThat(after1h.receiver("data-oncall")).receivedInAnyOrder(notification().firing());
   * // fails
   * assertThat(after1h.receiver("data-oncall")).receivedInAnyOrder(notification().resolved());
   * }</pre>
   */
  public ReceiverAssert receivedInAnyOrder(NotificationSpec... notifications) {
    return exactly(NotificationOrder.ANY, notifications);
  }

  /**
   * Verifies that no notification arrived.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.receiver("everybody")).receivedNothing();
   * // fails
   * assertThat(drill.receiver("data-oncall")).receivedNothing();
   * }</pre>
   */
  public ReceiverAssert receivedNothing() {
    isNotNull();
    subject().expectNone();
    return exactly(NotificationOrder.ANY);
  }

  /**
   * Verifies the number of notifications.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.receiver("data-oncall")).receivedTimes(6);
   * // fails
   * assertThat(drill.receiver("data-oncall")).receivedTimes(1);
   * }</pre>
   */
  public ReceiverAssert receivedTimes(int times) {
    return compared(received -> TimesNotifiedDiffer.check(received, times));
  }

  /**
   * Verifies that this notification arrived, possibly among others.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.receiver("data-oncall")).containsNotification(notification().resolved());
   * // fails
   * assertThat(healthy.receiver("data-oncall")).containsNotification(notification().resolved());
   * }</pre>
   */
  public ReceiverAssert containsNotification(NotificationSpec notification) {
    return contains(notification);
  }

  /**
   * Verifies that these notifications arrived in any order, possibly among others; each matches a
   * different one.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.receiver("data-oncall")).contains(notification().at("15m30s").firing());
   * // fails
   * assertThat(drill.receiver("data-oncall")).contains(notification().at("15m").firing());
   * }</pre>
   *
   * @throws IllegalArgumentException if there is no notification
   */
  public ReceiverAssert contains(NotificationSpec... notifications) {
    Arguments.requireSome("notification", notifications);
    List<ExpectedNotification> expected = NotificationSpec.expected(notifications);
    return compared(
        received ->
            Differences.ofNotificationsAmongOthers(
                received.claim(), expected, received.observed()));
  }

  /**
   * Verifies that no such notification arrived.
   *
   * <pre>{@code
   * // passes
   * assertThat(after1h.receiver("data-oncall")).doesNotContain(notification().resolved());
   * // fails
   * assertThat(drill.receiver("data-oncall")).doesNotContain(notification().resolved());
   * }</pre>
   */
  public ReceiverAssert doesNotContain(NotificationSpec notification) {
    ExpectedNotification refused = NotificationSpec.expected(notification).get(0);
    Duration end =
        Stream.of(refused.at(), refused.to())
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return compared(end, received -> NotificationRefused.check(received, refused));
  }

  private ReceiverAssert exactly(NotificationOrder order, NotificationSpec... notifications) {
    List<ExpectedNotification> expected = NotificationSpec.expected(notifications);
    return compared(
        received ->
            Differences.ofNotifications(received.claim(), expected, order, received.observed()));
  }

  private ReceiverAssert compared(Function<ClaimedNotifications, Optional<Difference>> check) {
    return compared(Duration.ZERO, check);
  }

  private ReceiverAssert compared(
      Duration last, Function<ClaimedNotifications, Optional<Difference>> check) {
    return judged(
        last, received -> check.apply(received).map(received::explained).map(Difference::text));
  }

  /**
   * Fails if there is nothing to check; otherwise runs the check.
   *
   * @param last the time that the drill must have reached
   */
  private ReceiverAssert judged(
      Duration last, Function<ClaimedNotifications, Optional<String>> check) {
    isNotNull();
    Observed observed = subject().observed();
    String receiver = subject().claim().receiver();
    String title = subject().claim().title(new VirtualTime(observed.timeline().start()));
    Duration end = subject().claim().to().filter(to -> to.compareTo(last) > 0).orElse(last);
    return require(
        NothingToJudge.withoutAlertmanager(receiver, observed)
            .or(
                () ->
                    Differences.unknownReceiver(subject().claim(), observed).map(Difference::text))
            .or(() -> NothingToJudge.yet(title, end, observed))
            .or(
                () ->
                    EachCase.judge(
                        observed.timeline(),
                        other -> other.receiver().equals(receiver),
                        timeline -> check.apply(under(timeline)))));
  }

  private ClaimedNotifications under(Timeline timeline) {
    return timeline.equals(subject().observed().timeline()) ? subject() : subject().under(timeline);
  }

  private ClaimedNotifications subject() {
    return ClaimedNotifications.of(actual);
  }
}
