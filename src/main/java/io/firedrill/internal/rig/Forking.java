package io.firedrill.internal.rig;

import java.util.Arrays;
import java.util.Locale;

/** Whether rigs are forked from a booted one, or each one is booted. */
public enum Forking {
  /** Forked where that is possible. */
  ON,
  /** Booted. */
  OFF;

  /**
   * The value with this name.
   *
   * @param where the setting that contains the name, for the message
   * @throws RigException if there is none
   */
  public static Forking named(String name, String where) {
    return Arrays.stream(values())
        .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new RigException(where + ": expected on or off, found " + name));
  }
}
