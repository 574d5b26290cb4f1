package io.firedrill.internal.scenario;

import java.util.Map;
import java.util.Optional;

/**
 * The requests that a target answers.
 *
 * @param path their path; empty = any
 * @param params parameters that they have, with these values; others are ignored
 */
public record RequestPart(Optional<String> path, Map<String, String> params) {

  /** All requests. */
  public static final RequestPart ALL = new RequestPart(Optional.empty(), Map.of());

  public RequestPart {
    params = Map.copyOf(params);
  }
}
