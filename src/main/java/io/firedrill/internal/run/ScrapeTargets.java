package io.firedrill.internal.run;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.prometheus.ScrapedTarget;
import io.firedrill.internal.target.StandIns;
import java.util.List;

/** What a run has Prometheus scrape. */
public interface ScrapeTargets {

  /**
   * Everything that shall stand in for a target, ready to answer. Whoever opens it closes it.
   *
   * @param patience how long an exporter may take to start; a third of it, to answer
   * @throws io.firedrill.internal.source.InputException if an exporter does not start
   */
  StandIns open(Patience patience);

  /**
   * Looks at what Prometheus is about to scrape, once relabelling is done.
   *
   * @throws io.firedrill.internal.source.InputException if that is not what the test says
   * @throws IllegalArgumentException the same, where the test is no file
   */
  void check(List<ScrapedTarget> scraped, StandIns standIns);
}
