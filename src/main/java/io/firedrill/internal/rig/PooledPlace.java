package io.firedrill.internal.rig;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.RelayHandler;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A place with its templates: for each kind of rig, servers that were booted and frozen once. Rigs
 * differ from them only in time and configuration, which servers can change while they run.
 */
final class PooledPlace {

  /** Each template takes the memory of its servers. */
  private static final int MOST_TEMPLATES = 4;

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final Place place;
  private final RigStarts starts;

  /** By kind, the one that was not used for the longest time first. */
  private final Map<RigSpec, RigTemplate> templates = new LinkedHashMap<>(8, 0.75f, true);

  PooledPlace(Place place, RigStarts starts) {
    this.place = place;
    this.starts = starts;
  }

  /** Frees the place of the last rig, and prepares it for the next one; false if that fails. */
  boolean reset(RelayHandler relay) {
    try {
      place.clock().reset(relay);
      return true;
    } catch (ClockException e) {
      return false;
    }
  }

  /**
   * Forks a rig.
   *
   * @throws NotForkedException if that is not possible; then the place must be reset
   * @throws RigException if the servers do not start
   */
  Rig fork(RigSpec spec, Runnable free) {
    RigTemplate template = templates.get(spec.neutral());
    if (template == null) {
      template = freeze(spec);
    }
    try {
      Rig rig = BootedRig.fork(spec, place, template, free);
      starts.forked();
      return rig;
    } catch (ClockException | RigException | UncheckedIOException e) {
      templates.remove(spec.neutral());
      throw new NotForkedException(e);
    }
  }

  private RigTemplate freeze(RigSpec spec) {
    RigSpec kind = spec.neutral();
    String name = "neutral-" + NUMBERS.incrementAndGet();
    BootedRig neutral =
        BootedRig.boot(kind.withProgressLimit(spec.progressLimit()), place, () -> {});
    try {
      dropOldest();
      RigTemplate template = neutral.freeze(name);
      templates.put(kind, template);
      starts.frozen();
      return template;
    } catch (ClockException e) {
      throw new NotForkedException(e);
    }
  }

  private void dropOldest() {
    if (templates.size() >= MOST_TEMPLATES) {
      RigSpec oldest = templates.keySet().iterator().next();
      place.clock().endFork(templates.remove(oldest).name());
    }
  }

  Rig boot(RigSpec spec, Runnable free) {
    starts.booted(spec.neutral());
    return BootedRig.boot(spec, place, free);
  }

  Place place() {
    return place;
  }

  /** A rig could not be forked; the message says why. */
  static final class NotForkedException extends RuntimeException {

    NotForkedException(RuntimeException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
