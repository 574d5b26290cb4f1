package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.DispatchLog.Failure;
import io.firedrill.internal.alertmanager.Route.Timing;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notifications that Alertmanager could not make or send. */
final class FailedText {

  /** One failure of an integration, at a flush. */
  private record Failed(Instant time, String integration, String reason) {}

  private final Case one;

  FailedText(Case one) {
    this.one = one;
  }

  /** What failed at a flush, and since when; empty if nothing did. */
  Optional<String> at(GroupFlush flush, List<GroupFlush> all) {
    List<Failed> failed = failed(flush);
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    Failed last = failed.get(failed.size() - 1);
    Instant since = since(last, flush, all);
    return Optional.of(
        "%s has failed since %s: %s%s"
            .formatted(last.integration(), one.text(since), last.reason(), then(flush)));
  }

  /** From the first of the flushes that failed for the same reason, one after the other. */
  private Instant since(Failed last, GroupFlush flush, List<GroupFlush> all) {
    Instant since = last.time();
    for (int i = all.indexOf(flush); i >= 0; i--) {
      Optional<Failed> same =
          failed(all.get(i)).stream().filter(f -> f.reason().equals(last.reason())).findFirst();
      if (same.isEmpty()) {
        break;
      }
      since = same.get().time();
    }
    return since;
  }

  private String then(GroupFlush flush) {
    boolean gaveUp =
        flush.failures().stream()
            .anyMatch(f -> f.isFinal() && isClaimed(f) && one.isPast(f.time()));
    return gaveUp
        ? "; Alertmanager gave up, and tries again at each flush of the group (%s)"
            .formatted(TimingText.of(flush.route(), Timing.GROUP_INTERVAL))
        : "; Alertmanager tries again";
  }

  private boolean isClaimed(Failure failure) {
    return one.isClaimed(failure.integration());
  }

  /** The requests that failed say more than Alertmanager's log, which also has other failures. */
  private List<Failed> failed(GroupFlush flush) {
    List<Failed> failed = new ArrayList<>();
    one.evidence().observed().timeline().events().stream()
        .filter(Attempted.class::isInstance)
        .map(Attempted.class::cast)
        .filter(a -> a.notification().receiver().equals(one.claim().receiver()))
        .filter(a -> one.isClaimed(a.notification().integration()))
        .filter(a -> isOf(flush, a))
        .filter(a -> mentions(a.notification()))
        .forEach(
            a ->
                failed.add(
                    new Failed(
                        a.time(), "sending by " + a.notification().integration(), a.failure())));
    if (failed.isEmpty()) {
      flush.failures().stream()
          .filter(this::isClaimed)
          .filter(f -> one.isPast(f.time()))
          .forEach(f -> failed.add(new Failed(f.time(), f.integration(), f.reason())));
    }
    return failed;
  }

  private boolean isOf(GroupFlush flush, Attempted attempt) {
    return !attempt.time().isBefore(flush.time())
        && one.isPast(attempt.time())
        && flush.until().filter(u -> !attempt.time().isBefore(u)).isEmpty();
  }

  private boolean mentions(Notification notification) {
    return notification.alerts().stream().anyMatch(a -> a.labels().equals(one.sent()));
  }
}
