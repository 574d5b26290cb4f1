package io.firedrill.internal.run;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.prometheus.ScrapedTarget;
import io.firedrill.internal.target.StandIns;
import java.util.List;

/** The targets that Prometheus scrapes in a run. */
public interface ScrapeTargets {

  /**
   * All replacements for targets, ready to answer. The caller must close it.
   *
   * @param patience the limit for the start of an exporter; a third of it for each answer
   * @throws io.firedrill.internal.source.InputException if an exporter does not start
   */
  StandIns open(Patience patience);

  /**
   * Checks the targets that Prometheus is about to scrape, after relabelling.
   *
   * @throws io.firedrill.internal.source.InputException if they do not match the test
   * @throws IllegalArgumentException the same, for a test without a file
   */
  void check(List<ScrapedTarget> scraped, StandIns standIns);
}
