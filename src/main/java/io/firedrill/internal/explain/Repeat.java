package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.Route.Timing;
import io.firedrill.internal.explain.GroupFlush.Sent;
import io.firedrill.internal.source.PrometheusDuration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a notification in which nothing has changed is sent again. */
final class Repeat {

  private final Case one;
  private final GroupFlush last;
  private final List<GroupFlush> all;
  private final Route route;

  /**
   * After a flush.
   *
   * @param all the flushes of the group
   */
  Repeat(Case one, GroupFlush last, List<GroupFlush> all) {
    this.one = one;
    this.last = last;
    this.all = all;
    this.route = last.route();
  }

  /**
   * In words.
   *
   * @param sent when it was sent last
   */
  String text(Instant sent) {
    Optional<GroupFlush> next =
        all.stream()
            .filter(f -> !one.isPast(f.time()))
            .filter(f -> Sending.of(one, f, "firing").isPresent())
            .findFirst();
    if (next.isPresent() && !isRepeat(next.get())) {
      return "and it is sent again at %s, with what has changed in the group by then"
          .formatted(one.text(next.get().time()));
    }
    return next.map(f -> due(f.time(), "is", "")).orElseGet(() -> notSent(sent));
  }

  private boolean isRepeat(GroupFlush flush) {
    return Sending.claimed(one, flush).stream()
        .filter(s -> s.notification().isPresent())
        .anyMatch(this::isRepeat);
  }

  private boolean isRepeat(Sent sent) {
    return sent.cause() == FlushCause.REPEAT_INTERVAL_ELAPSED || sent.forgotten().isPresent();
  }

  /** The run has no such flush, because it ends before, or because something prevents it. */
  private String notSent(Instant sent) {
    Instant from =
        memory().forgetsBefore(route.repeatInterval())
            ? memory()
                .keepsUntil(one.evidence().servers().log().boots(), sent, route.repeatInterval())
            : sent.plus(route.repeatInterval()).plusNanos(1);
    Instant due =
        all.stream()
            .map(GroupFlush::time)
            .filter(t -> !t.isBefore(from))
            .findFirst()
            .orElseGet(() -> Due.flush(last, from));
    if (due.isAfter(one.evidence().end())) {
      return due(due, "is", "");
    }
    Optional<GroupFlush> there = all.stream().filter(f -> f.time().equals(due)).findFirst();
    List<Suppressed> suppressed = there.map(f -> f.suppressed(one.sent())).orElse(List.of());
    if (!suppressed.isEmpty()) {
      return due(due, "is", Waiting.AT_THAT_FLUSH + new SuppressedText(one).of(suppressed));
    }
    if (there.filter(f -> f.firing().contains(one.sent())).isPresent()) {
      return due(due, "is", "");
    }
    boolean resolved = !one.evidence().servers().received().isActive(one.sent(), due);
    return due(due, "would be", resolved ? ", but the alert has resolved by then" : "");
  }

  private NotificationLog memory() {
    return one.evidence().servers().memory();
  }

  private String due(Instant due, String is, String then) {
    String text =
        memory().forgetsBefore(route.repeatInterval())
            ? "and it %s due again at %s: Alertmanager keeps notifications in its log for %s (--data.retention), which is shorter than %s"
                .formatted(
                    is,
                    Due.text(one, due),
                    PrometheusDuration.format(memory().retention()),
                    TimingText.of(route, Timing.REPEAT_INTERVAL))
            : "and the repeat (%s) %s due at %s"
                .formatted(TimingText.of(route, Timing.REPEAT_INTERVAL), is, Due.text(one, due));
    return text + then;
  }
}
