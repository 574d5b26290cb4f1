package io.firedrill.internal.rig;

/** Makes places of one kind, with the same servers in each. Safe for use by several threads. */
public interface PlaceSource {

  /**
   * Makes another place.
   *
   * @throws RigException if there is none to be had; the message says what can be done
   */
  Place open();
}
