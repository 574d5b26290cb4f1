package io.firedrill.internal.rig;

import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.rig.PooledPlace.NotForkedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Creates rigs in places that are reused, because creating a place takes longer than booting its
 * servers. A place is reset when its rig is closed, or ended if that fails. Parallel rigs have one
 * place each; at most one idle place per processor is kept.
 *
 * <p>Rigs are forked from servers that were booted and frozen once in their place. A rig that
 * cannot be forked is booted.
 */
public final class RigPool implements RigFactory {

  private final PlaceSource source;
  private final int mostIdle;
  private final RigStarts starts;
  private final Deque<PooledPlace> idle = new ArrayDeque<>();
  private String description = "";
  private boolean closed;

  private RigPool(PlaceSource source, int mostIdle, Forking forking) {
    this.source = source;
    this.mostIdle = mostIdle;
    this.starts = new RigStarts(forking);
  }

  /** Rigs in places of this source, which are created on demand; forked where possible. */
  public static RigPool of(PlaceSource source) {
    return of(source, Forking.ON);
  }

  /** Rigs in places of this source, which are created on demand. */
  public static RigPool of(PlaceSource source, Forking forking) {
    return new RigPool(source, Math.max(2, Runtime.getRuntime().availableProcessors()), forking);
  }

  @Override
  public Rig start(RigSpec spec, RelayHandler relay) {
    PooledPlace place = take(relay);
    if (starts.forks(spec.neutral())) {
      try {
        PooledPlace own = place;
        return place.fork(spec, () -> giveBack(own));
      } catch (NotForkedException e) {
        starts.refused(spec.neutral(), e.getMessage());
        place = resetOrReplaced(place, relay);
      } catch (RuntimeException e) {
        giveBack(place);
        throw e;
      }
    }
    PooledPlace own = place;
    return place.boot(spec, () -> giveBack(own));
  }

  private PooledPlace resetOrReplaced(PooledPlace place, RelayHandler relay) {
    if (place.reset(relay)) {
      return place;
    }
    place.place().close();
    return take(relay);
  }

  @Override
  public String starts() {
    return starts.text();
  }

  @Override
  public synchronized String description() {
    if (description.isEmpty()) {
      PooledPlace place = take(RelayHandler.NOBODY);
      description = place.place().servers().description();
      giveBack(place);
    }
    return description;
  }

  private PooledPlace take(RelayHandler relay) {
    for (PooledPlace place = nextIdle(); place != null; place = nextIdle()) {
      // This also detects that it has died meanwhile.
      if (place.reset(relay)) {
        return place;
      }
      place.place().close();
    }
    PooledPlace place = new PooledPlace(source.open(), starts);
    if (!place.reset(relay)) {
      place.place().close();
      throw new RigException("the launcher ended at once" + failureReason(place.place()));
    }
    return place;
  }

  private void giveBack(PooledPlace place) {
    if (!place.reset(RelayHandler.NOBODY) || !keep(place)) {
      place.place().close();
    }
  }

  private synchronized PooledPlace nextIdle() {
    if (closed) {
      throw new IllegalStateException("the pool is closed");
    }
    return idle.pollFirst();
  }

  private synchronized boolean keep(PooledPlace place) {
    if (closed || idle.size() >= mostIdle) {
      return false;
    }
    idle.addFirst(place);
    return true;
  }

  private static String failureReason(Place place) {
    String failureReason = place.failureReason(); // For a container, this queries the engine.
    return failureReason.isEmpty() ? "" : ": " + failureReason;
  }

  /** Ends all idle places; those in use end when their rig is closed. */
  @Override
  public void close() {
    List<PooledPlace> places;
    synchronized (this) {
      closed = true;
      places = new ArrayList<>(idle);
      idle.clear();
    }
    places.forEach(place -> place.place().close());
  }
}
