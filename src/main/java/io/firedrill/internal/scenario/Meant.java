package io.firedrill.internal.scenario;

import io.firedrill.internal.source.YamlScalar;
import java.util.List;

/**
 * What a test means to be without use.
 *
 * @param unread the metrics whose series no rule and no query has to read
 * @param withoutSamples the alerts whose rules have no samples, and receivers that get nothing
 *     because no rule has
 */
public record Meant(List<YamlScalar> unread, List<YamlScalar> withoutSamples) {

  /** Everything is to be used. */
  public static final Meant NOTHING = new Meant(List.of(), List.of());

  public Meant {
    unread = List.copyOf(unread);
    withoutSamples = List.copyOf(withoutSamples);
  }
}
