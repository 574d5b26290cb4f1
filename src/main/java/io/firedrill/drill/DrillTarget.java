package io.firedrill.drill;

import io.firedrill.model.Generator;
import io.firedrill.model.TargetFault;
import java.net.URI;
import java.util.Map;

/**
 * A target at an address that Prometheus scrapes, in a {@link Drill}. It is up from the first call
 * of {@link Drill#target} on, or from before the start if the drill has not moved. Each method
 * takes effect for later scrapes. All times are virtual.
 *
 * <p>Series keep their last value, and have a gap where their values have one. A series that is
 * added again replaces the one with the same labels.
 */
public interface DrillTarget {

  /**
   * Exposes a series: one value per interval, the first at the start or, if the drill has moved, at
   * the next multiple of the interval.
   *
   * @param selector {@code name{label="value"}}
   * @param values promtool's notation: {@code 0x10 1+2x5 _}
   * @throws IllegalArgumentException if either is malformed
   * @throws IllegalArgumentException if a value is a native histogram, which the text format cannot
   *     contain
   */
  DrillTarget series(String selector, String values);

  /** Exposes a series with values of a generator; otherwise as above. */
  DrillTarget series(String selector, Generator generator);

  /** Exposes a value from now on. */
  DrillTarget value(String selector, double value);

  /** Exposes text: Prometheus's format, or OpenMetrics, which ends with {@code # EOF}. */
  DrillTarget exposition(String text);

  /**
   * Scrapes a real exporter: a process, a container, or a server in this JVM. It is scraped at
   * virtual times, while time does not advance, but sees the real clock. If it does not answer
   * within a third of the drill's limit, by default 10 s of real time, it is down.
   *
   * @param exporter its address, as this JVM reaches it: {@code http://127.0.0.1:8000/metrics};
   *     without a path, the path and query of the scrape are used
   */
  DrillTarget from(URI exporter);

  /**
   * Starts a process on this machine, which ends with the drill, and scrapes it; otherwise like
   * {@link #from}. It must listen on 127.0.0.1, at the port in the environment variable {@code
   * PORT}. It runs in the directory of this JVM and gets PATH, HOME, LANG, LC_*, TMPDIR and TZ from
   * its environment.
   *
   * @throws IllegalArgumentException if it cannot be started, or does not answer within the drill's
   *     limit
   */
  DrillTarget command(String... command);

  /**
   * The same with additional or changed environment variables. You can pass on variables of this
   * JVM, such as {@code System.getenv("API_TOKEN")}.
   *
   * @throws IllegalArgumentException as above
   */
  DrillTarget command(Map<String, String> environment, String... command);

  /**
   * Sets the job whose service discovery finds the target; without this, the Prometheus
   * configuration must list it.
   *
   * @param labels the discovered labels as name, value and so on: {@code __meta_...}; {@code
   *     __address__} if relabelling changes the address
   */
  DrillTarget discoveredBy(String job, String... labels);

  /** Makes it fail until {@link #up()}. */
  DrillTarget fail(TargetFault how);

  /** Makes it unreachable: {@code up} is 0. */
  DrillTarget down();

  /** Makes it work again. */
  DrillTarget up();

  /**
   * Removes it from service discovery, so that its series become stale. A target that the
   * Prometheus configuration itself lists is only down. Exposing something again brings it back.
   */
  DrillTarget gone();
}
