package io.firedrill.internal.scenario;

import java.util.Set;

/**
 * What a test means to be without use.
 *
 * @param unread the metrics whose series no rule and no query has to read
 * @param withoutSamples the alerts whose rules have no samples, and receivers that get nothing
 *     because no rule has
 */
public record Meant(Set<String> unread, Set<String> withoutSamples) {

  /** Everything is to be used. */
  public static final Meant NOTHING = new Meant(Set.of(), Set.of());

  public Meant {
    unread = Set.copyOf(unread);
    withoutSamples = Set.copyOf(withoutSamples);
  }
}
