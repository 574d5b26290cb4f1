package io.firedrill.internal.rig;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.RelayHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Creates rigs in places that are reused, because creating a place takes longer than booting its
 * servers. A place is reset when its rig is closed, or ended if that fails. Parallel rigs have one
 * place each; at most one idle place per processor is kept.
 */
public final class RigPool implements RigFactory {

  private final PlaceSource source;
  private final int mostIdle;
  private final Deque<Place> idle = new ArrayDeque<>();
  private String description = "";
  private boolean closed;

  private RigPool(PlaceSource source, int mostIdle) {
    this.source = source;
    this.mostIdle = mostIdle;
  }

  /** Rigs in places of this source, which are created on demand. */
  public static RigPool of(PlaceSource source) {
    return new RigPool(source, Math.max(2, Runtime.getRuntime().availableProcessors()));
  }

  @Override
  public Rig start(RigSpec spec, RelayHandler relay) {
    Place place = take(relay);
    return BootedRig.boot(spec, place, () -> giveBack(place));
  }

  @Override
  public synchronized String description() {
    if (description.isEmpty()) {
      Place place = take(RelayHandler.NOBODY);
      description = place.servers().description();
      giveBack(place);
    }
    return description;
  }

  private Place take(RelayHandler relay) {
    for (Place place = nextIdle(); place != null; place = nextIdle()) {
      // This also detects that it has died meanwhile.
      if (isReset(place, relay)) {
        return place;
      }
      place.close();
    }
    Place place = source.open();
    if (!isReset(place, relay)) {
      place.close();
      throw new RigException("the launcher ended at once" + failureReason(place));
    }
    return place;
  }

  private void giveBack(Place place) {
    if (!isReset(place, RelayHandler.NOBODY) || !keep(place)) {
      place.close();
    }
  }

  private synchronized Place nextIdle() {
    if (closed) {
      throw new IllegalStateException("the pool is closed");
    }
    return idle.pollFirst();
  }

  private synchronized boolean keep(Place place) {
    if (closed || idle.size() >= mostIdle) {
      return false;
    }
    idle.addFirst(place);
    return true;
  }

  private static boolean isReset(Place place, RelayHandler relay) {
    try {
      place.clock().reset(relay);
      return true;
    } catch (ClockException e) {
      return false;
    }
  }

  private static String failureReason(Place place) {
    String failureReason = place.failureReason(); // For a container, this queries the engine.
    return failureReason.isEmpty() ? "" : ": " + failureReason;
  }

  /** Ends all idle places; those in use end when their rig is closed. */
  @Override
  public void close() {
    List<Place> places;
    synchronized (this) {
      closed = true;
      places = new ArrayList<>(idle);
      idle.clear();
    }
    places.forEach(Place::close);
  }
}
