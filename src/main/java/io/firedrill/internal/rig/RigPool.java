package io.firedrill.internal.rig;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.RelayHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes rigs in places that are used again and again, since a place takes longer to make than its
 * servers to boot. A place is reset when its rig is closed; one that cannot be is thrown away. Rigs
 * side by side have a place each; as many as there are processors are kept when nobody uses them.
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

  /** Rigs in places of this source; none is made before it is needed. */
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
      // Also shows whether it has died while nobody looked.
      if (isReset(place, relay)) {
        return place;
      }
      place.close();
    }
    Place place = source.open();
    if (!isReset(place, relay)) {
      place.close();
      throw new RigException("the launcher has ended at once" + ailment(place));
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
      throw new IllegalStateException("no rigs are made any more: closed");
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

  private static String ailment(Place place) {
    String ailment = place.ailment(); // A container's engine is asked for it.
    return ailment.isEmpty() ? "" : ": " + ailment;
  }

  /** Ends all places that nobody uses; those in use end when their rig is closed. */
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
