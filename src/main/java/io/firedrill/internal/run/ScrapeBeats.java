package io.firedrill.internal.run;

import io.firedrill.internal.target.ScrapeRequest;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The predicted and observed instants at which targets are scraped: after its first scrape, a
 * target is scraped at that instant plus each multiple of its interval. All instants are by
 * Prometheus's clock. Thread-safe.
 */
final class ScrapeBeats {

  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);

  private record Beat(Duration interval, long phase) {}

  private final Map<String, Set<Duration>> intervals = new HashMap<>();
  private final Map<String, Set<Beat>> beats = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final TreeSet<Instant> once = new TreeSet<>();

  /** Keeps the targets with these URLs, and removes all others. */
  synchronized void retain(Set<String> urls) {
    Set<String> keys = urls.stream().map(ScrapeBeats::key).collect(Collectors.toSet());
    intervals.keySet().retainAll(keys);
    beats.keySet().retainAll(keys);
    seen.retainAll(keys);
  }

  /**
   * Adds a target.
   *
   * @param phase the predicted time of its scrapes after each multiple of the interval since 1970
   */
  synchronized void add(String url, Duration interval, Optional<Duration> phase) {
    intervals.computeIfAbsent(key(url), any -> new HashSet<>()).add(interval);
    phase.ifPresent(p -> beats(key(url)).add(new Beat(interval, p.toNanos())));
  }

  /** A scrape was observed. */
  synchronized void seen(ScrapeRequest scrape, Instant time) {
    String key = scrape.address() + scrape.path();
    if (intervals.containsKey(key)) {
      seen.add(key);
    }
    for (Duration interval : intervals.getOrDefault(key, Set.of())) {
      beats(key).add(new Beat(interval, phase(time, interval)));
    }
  }

  /** Whether there are targets and each was scraped, so that all instants are known. */
  synchronized boolean areAllSeen() {
    return !intervals.isEmpty() && seen.size() == intervals.size();
  }

  private Set<Beat> beats(String key) {
    return beats.computeIfAbsent(key, any -> new HashSet<>());
  }

  /** Adds an instant at which something else happens once. */
  synchronized void once(Instant time) {
    once.add(time);
  }

  /** The first instant after another. */
  synchronized Optional<Instant> after(Instant time) {
    once.headSet(time, true).clear();
    Optional<Instant> first = once.isEmpty() ? Optional.empty() : Optional.of(once.first());
    for (Set<Beat> ofTarget : beats.values()) {
      for (Beat beat : ofTarget) {
        Instant next = next(beat, time);
        if (first.isEmpty() || next.isBefore(first.get())) {
          first = Optional.of(next);
        }
      }
    }
    return first;
  }

  private static Instant next(Beat beat, Instant time) {
    long interval = beat.interval().toNanos();
    long wait = Math.floorMod(beat.phase() - phase(time, beat.interval()), interval);
    return time.plusNanos(wait == 0 ? interval : wait);
  }

  private static long phase(Instant time, Duration interval) {
    return BigInteger.valueOf(time.getEpochSecond())
        .multiply(SECOND)
        .add(BigInteger.valueOf(time.getNano()))
        .mod(BigInteger.valueOf(interval.toNanos()))
        .longValueExact();
  }

  /** A target's URL as in a request through a proxy. */
  private static String key(String url) {
    try {
      URI uri = URI.create(url);
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      return ScrapeRequest.normal(uri.getRawAuthority()) + path + query;
    } catch (IllegalArgumentException | NullPointerException e) {
      return url;
    }
  }
}
