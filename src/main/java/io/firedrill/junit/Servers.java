package io.firedrill.junit;

/**
 * The servers that a test names; the empty string where it names none.
 *
 * @param prometheus a version or a path
 * @param alertmanager a version or a path
 */
record Servers(String prometheus, String alertmanager) {

  boolean isNone() {
    return prometheus.isEmpty() && alertmanager.isEmpty();
  }

  @Override
  public String toString() {
    return "Prometheus "
        + prometheus
        + (alertmanager.isEmpty() ? "" : ", Alertmanager " + alertmanager);
  }
}
