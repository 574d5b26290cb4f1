package io.firedrill.internal.rig;

/** Creates places of one kind, all with the same servers. Thread-safe. */
public interface PlaceSource {

  /**
   * Creates a place.
   *
   * @throws RigException if that fails; the message says what can be done
   */
  Place open();
}
