package io.firedrill.internal.scenario;

/**
 * How many servers of each kind a test runs on.
 *
 * @param prometheuses how many Prometheus servers, 1 or 2: with the same rules and samples, each
 *     with its own external label
 * @param label the label's name
 * @param use whether the label is removed from alerts
 * @param alertmanagers how many Alertmanagers, 1 or 2 (a cluster), if there is a configuration
 */
public record Replicas(int prometheuses, String label, LabelUse use, int alertmanagers) {

  /** What happens to the label of an alert. */
  public enum LabelUse {
    /** Firedrill removes it, so that the alerts of both servers are one. */
    DROPPED,
    /** Only the user's own relabelling changes it. */
    AS_CONFIGURED
  }

  /** The name that the Prometheus operator uses. */
  public static final String DEFAULT_LABEL = "prometheus_replica";

  /** One of each. */
  public static final Replicas NONE = new Replicas(1, DEFAULT_LABEL, LabelUse.DROPPED, 1);

  public Replicas {
    if (prometheuses < 1 || prometheuses > 2 || alertmanagers < 1 || alertmanagers > 2) {
      throw new IllegalArgumentException(
          "servers come alone or in pairs: " + prometheuses + ", " + alertmanagers);
    }
  }
}
