package io.firedrill.internal.mutation;

import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a mutant's alerts differ from the original ones in a test, in words. */
final class AlertDifference {

  private static final int MOST = 3;

  private AlertDifference() {}

  /**
   * The differences: alerts whose states differ, with the first time; or that only their texts do.
   * Empty if there are none.
   */
  static Optional<String> of(Observed original, Observed mutant, boolean sameTexts) {
    VirtualTime time = new VirtualTime(original.timeline().start());
    Map<Labels, Map<Instant, AlertState>> before = states(original);
    Map<Labels, Map<Instant, AlertState>> after = states(mutant);
    Set<Labels> alerts = new TreeSet<>(before.keySet());
    alerts.addAll(after.keySet());
    List<String> differences = new ArrayList<>();
    for (Labels alert : alerts) {
      Map<Instant, AlertState> a = before.getOrDefault(alert, Map.of());
      Map<Instant, AlertState> b = after.getOrDefault(alert, Map.of());
      Set<Instant> times = new TreeSet<>(a.keySet());
      times.addAll(b.keySet());
      times.stream()
          .filter(t -> a.get(t) != b.get(t))
          .findFirst()
          .ifPresent(
              t ->
                  differences.add(
                      "from %s, %s is %s instead of %s"
                          .formatted(time.text(t), alert, word(b.get(t)), word(a.get(t)))));
    }
    if (differences.isEmpty()) {
      return sameTexts
          ? Optional.empty()
          : Optional.of("only annotations or other texts of the alerts differ");
    }
    String more = differences.size() > MOST ? ", and " + (differences.size() - MOST) + " more" : "";
    return Optional.of(String.join("; ", differences.stream().limit(MOST).toList()) + more);
  }

  private static String word(AlertState state) {
    return state == null ? "inactive" : state.name().toLowerCase(Locale.ROOT);
  }

  private static Map<Labels, Map<Instant, AlertState>> states(Observed observed) {
    Map<Labels, Map<Instant, AlertState>> states = new TreeMap<>();
    for (AlertPresence presence : observed.alertStates()) {
      states.merge(
          presence.alert(),
          presence.states(),
          (a, b) -> {
            Map<Instant, AlertState> both = new TreeMap<>(a);
            both.putAll(b);
            return both;
          });
    }
    return states;
  }
}
