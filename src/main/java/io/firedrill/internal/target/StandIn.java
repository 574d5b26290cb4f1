package io.firedrill.internal.target;

import io.firedrill.internal.target.Stay.Discovery;
import io.firedrill.model.TargetFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stays at one address. If several stays cover a time, the last one with a source answers, and
 * the last one of all decides about faults, among those that are about the request. If none covers
 * the time, the target is unreachable; if none is about the request, it is not found. Thread-safe.
 */
public final class StandIn {

  /**
   * How long a target goes on answering after it has left service discovery, until Prometheus knows
   * of it. Here discovery refreshes every 15 s, and its managers tick every 5 s.
   */
  private static final Duration FAREWELL = Duration.ofSeconds(30);

  private static final TargetSource NOTHING = new SeriesSource();

  private final String address;
  private final List<Stay> stays = new ArrayList<>();
  private final Set<TargetSource> sources = new LinkedHashSet<>();
  private Optional<TargetFault> fault = Optional.empty();

  /** An address without stays. */
  public StandIn(String address) {
    this.address = address;
  }

  /** Host and port, as declared. */
  public String address() {
    return address;
  }

  /** Adds a stay. */
  public synchronized void add(Stay stay) {
    stays.add(stay);
    stay.source().ifPresent(sources::add);
  }

  /** Removes all stays. */
  public synchronized void clear() {
    stays.clear();
  }

  /** Makes it fail from now on, regardless of its stays; empty = ends that. */
  public synchronized void fail(Optional<TargetFault> how) {
    fault = how;
  }

  /** Whether a stay covers a time. */
  public synchronized boolean isThere(Instant time) {
    return stays.stream().anyMatch(stay -> stay.covers(time));
  }

  /** How service discovery finds it at a time; empty if it does not. */
  synchronized List<Discovery> discoveries(Instant time) {
    return stays.stream()
        .filter(stay -> stay.covers(time))
        .flatMap(stay -> stay.discovery().stream())
        .toList();
  }

  /** All sources, past ones included. */
  synchronized List<TargetSource> sources() {
    return List.copyOf(sources);
  }

  /** Answers a scrape. */
  ScrapeAnswer answer(ScrapeRequest request, Instant time) {
    Current current = current(request, time);
    if (current.fault().orElse(null) instanceof TargetFault.Down) {
      return ScrapeAnswer.unreachable("nothing listens at " + address);
    }
    if (current.fault().orElse(null) instanceof TargetFault.Status status) {
      return ScrapeAnswer.of(status.code(), "text/plain", "");
    }
    if (current.fault().orElse(null) instanceof TargetFault.Body body) {
      return ScrapeAnswer.of(200, ScrapeAnswer.TEXT, body.text());
    }
    ScrapeAnswer answer = current.source().answer(request, time);
    return current.fault().orElse(null) instanceof TargetFault.Slow slow
        ? answer.after(slow.delay())
        : answer;
  }

  private static boolean isLeaving(Stay stay, Instant time) {
    return stay.discovery().isPresent() && stay.covers(time.minus(FAREWELL));
  }

  private record Current(TargetSource source, Optional<TargetFault> fault) {}

  private synchronized Current current(ScrapeRequest request, Instant time) {
    List<Stay> now = stays.stream().filter(stay -> stay.covers(time)).toList();
    if (now.isEmpty()) {
      now = stays.stream().filter(stay -> isLeaving(stay, time)).toList();
    }
    TargetSource source = NOTHING;
    Optional<TargetFault> how =
        Optional.of(now.isEmpty() ? new TargetFault.Down() : new TargetFault.Status(404));
    for (Stay stay : now.stream().filter(s -> s.requests().accepts(request)).toList()) {
      source = stay.source().orElse(source);
      how = stay.fault();
    }
    return new Current(source, fault.isPresent() ? fault : how);
  }
}
