package io.firedrill.internal.run;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.prometheus.ScrapedTarget;
import io.firedrill.internal.target.StandIns;
import java.util.List;

/** What a run has Prometheus scrape. */
public interface ScrapeTargets {

  /**
   * All replacements for targets, ready to answer. The caller must close it.
   *
   * @param patience how long an exporter may take to start; a third of it, to answer
   * @throws io.firedrill.internal.source.InputException if an exporter does not start
   */
  StandIns open(Patience patience);

  /**
   * Checks the targets that Prometheus is about to scrape, after relabelling.
   *
   * @throws io.firedrill.internal.source.InputException if that is not what the test says
   * @throws IllegalArgumentException the same, where the test is no file
   */
  void check(List<ScrapedTarget> scraped, StandIns standIns);
}
