package io.firedrill.internal.target;

import io.firedrill.model.Labels;
import io.firedrill.model.TargetFault;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which something stands at an address.
 *
 * @param from its begin; what was there at the start was there before
 * @param to its end, itself not included
 * @param source what answers; empty = what stands there otherwise, to which only a fault is added
 * @param fault what is wrong with it all that time
 * @param discovery how service discovery finds it; empty = the Prometheus configuration names it
 */
public record Stay(
    Instant from,
    Instant to,
    Optional<TargetSource> source,
    Optional<TargetFault> fault,
    Optional<Discovery> discovery) {

  /**
   * How service discovery finds a target.
   *
   * @param job the name of the scrape job that discovers
   * @param labels the labels that come with it, {@code __meta_...} and others; {@code __address__}
   *     where that is not yet the address which is scraped
   */
  public record Discovery(String job, Labels labels) {}

  /** Something that stands there for good. */
  public static Stay forGood(Instant from, TargetSource source, Optional<Discovery> discovery) {
    return new Stay(from, Instant.MAX, Optional.of(source), Optional.empty(), discovery);
  }

  boolean covers(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
