package io.firedrill.internal.target;

import io.firedrill.model.Labels;
import io.firedrill.model.TargetFault;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which an address has a target.
 *
 * @param from its start; a stay from the start of the test also covers earlier times
 * @param to its end, exclusive
 * @param requests the requests that it is about
 * @param source the source of answers; empty = the stay only adds a fault to other stays
 * @param fault the fault during the whole stay
 * @param discovery how service discovery finds it; empty = the Prometheus configuration names it
 */
public record Stay(
    Instant from,
    Instant to,
    RequestFilter requests,
    Optional<TargetSource> source,
    Optional<TargetFault> fault,
    Optional<Discovery> discovery) {

  /**
   * How service discovery finds a target.
   *
   * @param job the name of the scrape job that discovers
   * @param labels the discovered labels, {@code __meta_...} and others; with {@code __address__} if
   *     relabelling changes the address
   */
  public record Discovery(String job, Labels labels) {}

  /** A stay without an end. */
  public static Stay forGood(Instant from, TargetSource source, Optional<Discovery> discovery) {
    return new Stay(
        from, Instant.MAX, RequestFilter.ALL, Optional.of(source), Optional.empty(), discovery);
  }

  boolean covers(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
