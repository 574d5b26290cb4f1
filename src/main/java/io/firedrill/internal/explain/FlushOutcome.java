package io.firedrill.internal.explain;

import java.util.List;
import java.util.Optional;

/** What became of an alert at a flush of its group that should have sent it. */
final class FlushOutcome {

  static final String UNKNOWN = "not known: the servers report nothing that explains it";

  /** Comes before the time of a flush that is not the time in question. */
  static final String AT_THE_FLUSH = ", at the flush at ";

  private FlushOutcome() {}

  /** Of an alert that fires; of resolved ones, {@link WhyResolved} knows more. */
  static String firing(Case one, GroupFlush flush, List<GroupFlush> all) {
    List<Suppressed> suppressed = flush.suppressed(one.sent());
    if (!suppressed.isEmpty()) {
      String reason = new SuppressedText(one).of(suppressed);
      return next(flush, all)
          .filter(n -> !one.text(flush.time()).equals(one.text(one.time())))
          .filter(n -> isOver(one, reason, n))
          .map(
              n ->
                  "%s%s%s; the next one is due at %s"
                      .formatted(
                          reason, AT_THE_FLUSH, one.text(flush.time()), Due.text(one, n.time())))
          .orElse(reason);
    }
    return (Sending.of(one, flush, "firing").isPresent()
            ? Unchanged.of(one, flush, all).map(t -> t + new FailedText(one).besides(flush, all))
            : Optional.<String>empty())
        .or(() -> new FailedText(one).at(flush, all))
        .or(() -> Unchanged.of(one, flush, all))
        .orElse(UNKNOWN);
  }

  private static Optional<GroupFlush> next(GroupFlush flush, List<GroupFlush> all) {
    int next = all.indexOf(flush) + 1;
    return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
  }

  /** What held at a flush need not hold up to the next one. */
  private static boolean isOver(Case one, String reason, GroupFlush next) {
    return next.firing().contains(one.sent())
        && !said(new SuppressedText(one).of(next.suppressed(one.sent()))).equals(said(reason));
  }

  private static String said(String reason) {
    return reason.replace(SuppressedText.COMPUTED, "");
  }
}
