package io.firedrill.target;

import io.firedrill.model.TargetFault;
import io.firedrill.target.Stay.Discovery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands at one address. Several stays may cover one time: the last that has a source answers,
 * and the last of all says what is wrong. Where none does, nobody answers. Safe for several
 * threads.
 */
public final class StandIn {

  private static final TargetSource NOTHING = new SeriesSource();

  private final String address;
  private final List<Stay> stays = new ArrayList<>();
  private Optional<TargetFault> fault = Optional.empty();
  private boolean asked;

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
  }

  /** Makes it fail from now on, whatever its stays say; empty = they count again. */
  public synchronized void fail(Optional<TargetFault> how) {
    fault = how;
  }

  /** Whether it was ever scraped. */
  public synchronized boolean wasAsked() {
    return asked;
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

  /** All sources that it has at any time. */
  synchronized List<TargetSource> sources() {
    return stays.stream().flatMap(stay -> stay.source().stream()).toList();
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

  private record Current(TargetSource source, Optional<TargetFault> fault) {}

  private synchronized Current current(Instant time) {
    asked = true;
    List<Stay> now = stays.stream().filter(stay -> stay.covers(time)).toList();
    TargetSource source = NOTHING;
    Optional<TargetFault> how = Optional.of(new TargetFault.Down());
    for (Stay stay : now) {
      source = stay.source().orElse(source);
      how = stay.fault();
    }
    return new Current(source, fault.isPresent() ? fault : how);
  }
}
