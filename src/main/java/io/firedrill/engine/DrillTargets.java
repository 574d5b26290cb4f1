package io.firedrill.engine;

import io.firedrill.prometheus.ScrapedTarget;
import io.firedrill.source.Suggestions;
import io.firedrill.target.ScrapeRequest;
import io.firedrill.target.StandIn;
import io.firedrill.target.StandIns;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The targets of a drill. Who is scraped and not declared does not answer. */
final class DrillTargets implements ScrapeTargets {

  private final StandIns standIns;
  private final Instant start;

  DrillTargets(StandIns standIns, Instant start) {
    this.standIns = standIns;
    this.start = start;
  }

  @Override
  public StandIns open() {
    return standIns;
  }

  @Override
  public void check(List<ScrapedTarget> scraped, StandIns all) {
    Set<String> known =
        scraped.stream()
            .map(target -> ScrapeRequest.normal(target.url().getRawAuthority()))
            .collect(Collectors.toCollection(TreeSet::new));
    for (StandIn standIn : all.all()) {
      String address = standIn.address();
      if (standIn.isThere(start) && !known.contains(ScrapeRequest.normal(address))) {
        throw new IllegalArgumentException(
            "no job of the Prometheus configuration scrapes \"%s\": %s"
                .formatted(
                    address,
                    Suggestions.hint(address, known)
                        .orElse("scraped are " + String.join(", ", known))));
      }
    }
  }
}
