package io.firedrill.internal.rig.choice;

import io.firedrill.internal.rig.RigException;
import java.util.Arrays;
import java.util.Locale;

/** Where the servers run. */
public enum Backend {
  /** In a container where a container engine answers, else as processes of this machine. */
  AUTO,
  /** In a container. */
  DOCKER,
  /** As processes of this machine. */
  LOCAL;

  /**
   * The backend of a name.
   *
   * @param where where the name stands, for the message
   * @throws RigException where none is called so
   */
  static Backend named(String name, String where) {
    return Arrays.stream(values())
        .filter(b -> b.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new RigException(where + ": expected auto, docker or local, and found " + name));
  }
}
