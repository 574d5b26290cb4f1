package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.DispatchLog.Failure;
import io.firedrill.internal.alertmanager.Route.Timing;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notifications that Alertmanager could not make or send. */
final class FailedText {

  /** One failure of an integration, at a flush. */
  private record Failed(Instant time, NumberedKind kind, String integration, String reason) {}

  /** Which of the receiver's integrations. */
  private record NumberedKind(String kind, int index) {

    static NumberedKind of(Notification notification) {
      return new NumberedKind(notification.integration(), notification.index());
    }

    static NumberedKind of(Failure failure) {
      return new NumberedKind(failure.integration(), failure.index());
    }
  }

  private final Case one;

  FailedText(Case one) {
    this.one = one;
  }

  /** What failed at a flush, and since when; empty if nothing did. */
  Optional<String> at(GroupFlush flush, List<GroupFlush> all) {
    return text(failed(flush), flush, all);
  }

  /** What failed at a flush of integrations that sent nothing, while others did. */
  String besides(GroupFlush flush, List<GroupFlush> all) {
    List<NumberedKind> sent =
        Sending.claimed(one, flush).stream()
            .filter(s -> s.notification().filter(n -> one.isPast(n.time())).isPresent())
            .map(s -> new NumberedKind(s.integration().kind(), s.index()))
            .toList();
    List<Failed> others = failed(flush).stream().filter(f -> !sent.contains(f.kind())).toList();
    return text(others, flush, all).map(text -> "; " + text).orElse("");
  }

  private Optional<String> text(List<Failed> failed, GroupFlush flush, List<GroupFlush> all) {
    Map<NumberedKind, Failed> last = new LinkedHashMap<>();
    failed.forEach(f -> last.put(f.kind(), f));
    return last.values().stream()
        .map(
            f ->
                "%s has failed since %s: %s%s"
                    .formatted(
                        f.integration(),
                        one.text(since(f, flush, all)),
                        f.reason(),
                        then(flush, f.kind())))
        .reduce((x, y) -> x + "; and " + y);
  }

  /** From the first of the flushes that failed for the same reason, one after the other. */
  private Instant since(Failed last, GroupFlush flush, List<GroupFlush> all) {
    Instant since = last.time();
    for (int i = all.indexOf(flush); i >= 0; i--) {
      Optional<Failed> same =
          failed(all.get(i)).stream()
              .filter(f -> f.kind().equals(last.kind()) && f.reason().equals(last.reason()))
              .findFirst();
      if (same.isEmpty()) {
        break;
      }
      since = same.get().time();
    }
    return since;
  }

  private String then(GroupFlush flush, NumberedKind kind) {
    boolean gaveUp =
        flush.failures().stream()
            .anyMatch(f -> f.isFinal() && NumberedKind.of(f).equals(kind) && one.isPast(f.time()));
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
                        a.time(),
                        NumberedKind.of(a.notification()),
                        "sending by " + a.notification().integration(),
                        a.failure())));
    List<NumberedKind> requested = failed.stream().map(Failed::kind).toList();
    flush.failures().stream()
        .filter(this::isClaimed)
        .filter(f -> one.isPast(f.time()) && !requested.contains(NumberedKind.of(f)))
        .forEach(
            f -> failed.add(new Failed(f.time(), NumberedKind.of(f), f.integration(), f.reason())));
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
