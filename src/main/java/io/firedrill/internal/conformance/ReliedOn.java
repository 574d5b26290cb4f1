package io.firedrill.internal.conformance;

import io.firedrill.internal.rig.Server;
import java.util.Locale;

/**
 * A thing of a server that Firedrill relies on.
 *
 * @param server the server
 * @param kind what it is
 * @param name its name, as the server writes it
 * @param since the first version that has it; empty = all that are supported
 * @param purpose what it is used for
 */
public record ReliedOn(Server.Kind server, Kind kind, String name, String since, String purpose) {

  /** Kinds of things. */
  public enum Kind {
    /** An option of the command line. */
    OPTION,
    /** A path of the HTTP API. */
    ENDPOINT,
    /** A part of a line in the log. */
    LOG,
    /** A file that the server writes. */
    FILE,
    /** What the server does. */
    BEHAVIOUR;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
