package io.firedrill.rig;

/** The servers of a rig. */
public enum Server {
  PROMETHEUS("prometheus"),
  ALERTMANAGER("alertmanager");

  private final String program;

  Server(String program) {
    this.program = program;
  }

  /** The server's name to the clock, and of its log file without {@code .log}. */
  public String program() {
    return program;
  }

  /** The server's configuration file, relative to the rig's directory. */
  public String configFile() {
    return program + ".yml";
  }

  /** The server's log file, relative to the rig's directory. */
  public String logFile() {
    return program + ".log";
  }
}
