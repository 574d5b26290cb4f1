package io.firedrill.internal.run;

/**
 * Samples of a series that Prometheus did not take.
 *
 * @param count how many
 * @param reason its words about the first one
 */
public record DroppedSamples(int count, String reason) {

  DroppedSamples and(DroppedSamples more) {
    return new DroppedSamples(count + more.count, reason);
  }
}
