package io.firedrill.internal.scenario;

/**
 * How many servers of each kind a test runs on.
 *
 * @param prometheuses how many Prometheus servers, 1 or 2: with the same rules and samples, each
 *     with an external label of its own
 * @param label the label's name, which is dropped from alerts as it has to be
 * @param alertmanagers how many Alertmanagers, 1 or 2, where there is a configuration: a cluster
 */
public record Replicas(int prometheuses, String label, int alertmanagers) {

  /** As the Prometheus operator calls the label. */
  public static final String DEFAULT_LABEL = "prometheus_replica";

  /** One of each. */
  public static final Replicas NONE = new Replicas(1, DEFAULT_LABEL, 1);

  public Replicas {
    if (prometheuses < 1 || prometheuses > 2 || alertmanagers < 1 || alertmanagers > 2) {
      throw new IllegalArgumentException(
          "servers come alone or in pairs: " + prometheuses + ", " + alertmanagers);
    }
  }
}
