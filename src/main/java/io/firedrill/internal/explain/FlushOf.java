package io.firedrill.internal.explain;

import io.firedrill.internal.explain.GroupFlush.Sent;
import io.firedrill.model.Notification;
import java.util.List;
import java.util.Optional;

/**
 * The flush that sent a notification.
 *
 * @param sent what was known of the integration then
 * @param before the flush before it, if there was one
 */
record FlushOf(GroupFlush flush, Sent sent, Optional<GroupFlush> before) {

  /** Empty if it is not known. */
  static Optional<FlushOf> find(ExplainedRun run, Notification notification) {
    return notification.alerts().stream()
        .flatMap(
            alert ->
                run.evidence().routing(notification.time()).root().taken(alert.labels()).stream()
                    .filter(path -> path.route().receiver().equals(notification.receiver()))
                    .flatMap(
                        path ->
                            find(run.groups().flushes(path, alert.labels()), notification)
                                .stream()))
        .findFirst();
  }

  private static Optional<FlushOf> find(List<GroupFlush> flushes, Notification notification) {
    for (int i = 0; i < flushes.size(); i++) {
      GroupFlush flush = flushes.get(i);
      Optional<Sent> sent =
          flush.sent().stream()
              .filter(s -> s.notification().filter(n -> n == notification).isPresent())
              .findFirst();
      if (sent.isPresent()) {
        Optional<GroupFlush> before = i == 0 ? Optional.empty() : Optional.of(flushes.get(i - 1));
        return Optional.of(new FlushOf(flush, sent.get(), before));
      }
    }
    return Optional.empty();
  }
}
