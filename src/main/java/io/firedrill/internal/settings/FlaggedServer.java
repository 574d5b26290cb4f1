package io.firedrill.internal.settings;

/** A kind of server that takes flags. */
public enum FlaggedServer {
  /** Prometheus. */
  PROMETHEUS("Prometheus", "prometheus_flags", "prometheus"),
  /** Alertmanager. */
  ALERTMANAGER("Alertmanager", "alertmanager_flags", "alertmanager");

  private final String title;
  private final String key;
  private final String program;

  FlaggedServer(String title, String key, String program) {
    this.title = title;
    this.key = key;
    this.program = program;
  }

  /** Its name in messages. */
  public String title() {
    return title;
  }

  /** The key of its flags in scenario files and in the settings file of a project. */
  public String key() {
    return key;
  }

  /** The first word of the message of a rig that could not start it. */
  String program() {
    return program;
  }
}
