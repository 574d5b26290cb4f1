package io.firedrill.internal.live;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.prometheus.ScrapedTarget;
import io.firedrill.internal.run.ScrapeTargets;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.target.ScrapeRequest;
import io.firedrill.internal.target.StandIn;
import io.firedrill.internal.target.StandIns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The targets of a drill. Undeclared targets are down. */
final class DrillTargets implements ScrapeTargets {

  private final Instant start;
  private final StandIns standIns;
  private final Map<String, DeclaredTarget> declared = new HashMap<>();
  private final List<DeclaredTarget> late = new ArrayList<>();
  private Set<String> known = Set.of();

  DrillTargets(Instant start) {
    this.start = start;
    this.standIns = new StandIns(start);
  }

  /** The target at an address; declares it if necessary. */
  DeclaredTarget at(String address, RigDrill drill) {
    return declared.computeIfAbsent(
        address,
        any -> {
          DeclaredTarget target = new DeclaredTarget(drill, standIns.at(address));
          if (drill.hasBegun()) {
            late.add(target);
          }
          return target;
        });
  }

  boolean isEmpty() {
    return declared.isEmpty();
  }

  /**
   * Checks the targets that were declared since the drill started.
   *
   * @throws IllegalArgumentException if no job scrapes or can discover one of them
   */
  void checkLate() {
    late.stream().filter(target -> !target.isDiscovered()).forEach(t -> check(t.address()));
    late.clear();
  }

  void close() {
    standIns.close();
  }

  @Override
  public StandIns open(Patience patience) {
    return standIns;
  }

  @Override
  public void check(List<ScrapedTarget> scraped, StandIns all) {
    known =
        scraped.stream()
            .map(target -> ScrapeRequest.normal(target.url().getRawAuthority()))
            .collect(Collectors.toCollection(TreeSet::new));
    for (StandIn standIn : all.all()) {
      if (standIn.isThere(start)) {
        check(standIn.address());
      }
    }
  }

  private void check(String address) {
    if (!known.contains(ScrapeRequest.normal(address))) {
      throw new IllegalArgumentException(
          "no job of the Prometheus configuration scrapes \"%s\": %s"
              .formatted(
                  address,
                  Suggestions.hint(address, known)
                      .orElse("it scrapes " + String.join(", ", known))));
    }
  }
}
