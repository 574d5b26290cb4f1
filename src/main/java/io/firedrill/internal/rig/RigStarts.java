package io.firedrill.internal.rig;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the rigs of a pool were started. Thread-safe. */
final class RigStarts {

  private final Forking forking;
  private final Map<RigSpec, String> refusals = new HashMap<>();
  private final Set<String> reasons = new LinkedHashSet<>();
  private int templates;
  private int forked;
  private int booted;

  RigStarts(Forking forking) {
    this.forking = forking;
  }

  /** Whether rigs of a kind are forked: not if that is off, or was refused once. */
  synchronized boolean forks(RigSpec kind) {
    return forking == Forking.ON && !refusals.containsKey(kind);
  }

  synchronized void refused(RigSpec kind, String reason) {
    refusals.put(kind, reason);
  }

  synchronized void frozen() {
    templates++;
  }

  synchronized void forked() {
    forked++;
  }

  synchronized void booted(RigSpec kind) {
    booted++;
    reasons.add(Optional.ofNullable(refusals.get(kind)).orElse("forking is off"));
  }

  /** One line for the user. */
  synchronized String text() {
    String all = forked + booted == 1 ? "1 rig: " : (forked + booted) + " rigs: ";
    String from = templates == 1 ? "1 template" : templates + " templates";
    if (booted == 0) {
      return all + forked + " forked from " + from;
    }
    String why = booted + " booted: " + String.join("; ", reasons);
    return forked == 0 ? all + why : all + forked + " forked from " + from + ", " + why;
  }
}
