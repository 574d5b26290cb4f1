package io.firedrill.internal.rig;

import java.util.Locale;

/**
 * A server of a rig.
 *
 * @param kind its program
 * @param replica 1 for the first or only one of its kind, 2 for the second
 */
public record Server(Kind kind, int replica) {

  /** The programs that a rig runs. */
  public enum Kind {
    PROMETHEUS,
    ALERTMANAGER
  }

  /** The only Prometheus, or the first. */
  public static final Server PROMETHEUS = new Server(Kind.PROMETHEUS, 1);

  /** The only Alertmanager, or the first. */
  public static final Server ALERTMANAGER = new Server(Kind.ALERTMANAGER, 1);

  public Server {
    if (replica < 1) {
      throw new IllegalArgumentException("replicas are counted from 1: " + replica);
    }
  }

  /** The name of its program, its data directory, and its log file without {@code .log}. */
  public String program() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return replica == 1 ? name : name + "-" + replica;
  }

  /** The server's configuration file, relative to the rig's directory. */
  public String configFile() {
    return program() + ".yml";
  }

  /** The server's log file, relative to the rig's directory. */
  public String logFile() {
    return program() + ".log";
  }

  /** The file in which an Alertmanager records events, relative to the rig's directory. */
  public String eventFile() {
    return program() + "-events.jsonl";
  }

  @Override
  public String toString() {
    return program();
  }
}
