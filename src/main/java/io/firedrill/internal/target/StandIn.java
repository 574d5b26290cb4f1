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
 * What stands at one address. Several stays may cover one time: the last that has a source answers,
 * and the last of all says what is wrong. Where none does, nobody answers. Safe for several
 * threads.
 */
public final class StandIn {

  /**
   * How long one that service discovery finds no more goes on answering: until Prometheus has heard
   * of it. Its discovery refreshes every 15 s here, and its managers tick every 5 s.
   */
  private static final Duration FAREWELL = Duration.ofSeconds(30);

  private static final TargetSource NOTHING = new SeriesSource();

  private final String address;
  private final List<Stay> stays = new ArrayList<>();
  private final Set<TargetSource> sources = new LinkedHashSet<>();
  private Optional<TargetFault> fault = Optional.empty();

  /** An address where nobody answers yet. */
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

  /** Forgets all stays. */
  public synchronized void clear() {
    stays.clear();
  }

  /** Makes it fail from now on, whatever its stays say; empty = they count again. */
  public synchronized void fail(Optional<TargetFault> how) {
    fault = how;
  }

  /** Whether anything stands here at a time. */
  public synchronized boolean isThere(Instant time) {
    return stays.stream().anyMatch(stay -> stay.covers(time));
  }

  /** How service discovery finds it at a time, if it does. */
  synchronized List<Discovery> discoveries(Instant time) {
    return stays.stream()
        .filter(stay -> stay.covers(time))
        .flatMap(stay -> stay.discovery().stream())
        .toList();
  }

  /** All sources that it ever had. */
  synchronized List<TargetSource> sources() {
    return List.copyOf(sources);
  }

  /** Answers a scrape. */
  ScrapeAnswer answer(ScrapeRequest request, Instant time) {
    Current current = current(time);
    if (current.fault().orElse(null) instanceof TargetFault.Down) {
      return ScrapeAnswer.unreachable("nobody listens at " + address);
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

  private synchronized Current current(Instant time) {
    List<Stay> now = stays.stream().filter(stay -> stay.covers(time)).toList();
    if (now.isEmpty()) {
      now = stays.stream().filter(stay -> isLeaving(stay, time)).toList();
    }
    TargetSource source = NOTHING;
    Optional<TargetFault> how = Optional.of(new TargetFault.Down());
    for (Stay stay : now) {
      source = stay.source().orElse(source);
      how = stay.fault();
    }
    return new Current(source, fault.isPresent() ? fault : how);
  }
}
