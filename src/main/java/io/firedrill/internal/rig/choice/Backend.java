package io.firedrill.internal.rig.choice;

import io.firedrill.internal.rig.RigException;
import java.util.Arrays;
import java.util.Locale;

/** The backend that runs the servers. */
public enum Backend {
  /** A container if a container engine answers, else processes of this machine. */
  AUTO,
  /** A container. */
  DOCKER,
  /** Processes of this machine. */
  LOCAL;

  /**
   * The backend with this name.
   *
   * @param where the setting that contains the name, for the message
   * @throws RigException if there is none
   */
  static Backend named(String name, String where) {
    return Arrays.stream(values())
        .filter(b -> b.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new RigException(where + ": expected auto, docker or local, found " + name));
  }
}
