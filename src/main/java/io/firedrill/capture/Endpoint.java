package io.firedrill.capture;

import io.firedrill.capture.AnswerPolicy.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of an integration's stand-in, {@code /RECEIVER/INTEGRATION/INDEX}, and what Alertmanager
 * appends to it. A receiver's name behind a tilde is in Base64.
 *
 * @param receiver the receiver's name
 * @param integration the integration's kind
 * @param index which of the receiver's integrations of this kind
 * @param rest what follows, percent-encoded: empty, or from a slash on
 */
record Endpoint(String receiver, String integration, int index, String rest) {

  private static final Pattern PATH =
      Pattern.compile("/(~?)([^/]+)/([a-z0-9]+)/([0-9]{1,6})(/.*)?");

  /**
   * Reads a path.
   *
   * @throws UndecodableException if it is no endpoint's
   */
  static Endpoint of(String path) {
    Matcher endpoint = PATH.matcher(path);
    if (!endpoint.matches()) {
      throw new UndecodableException("no receiver has this address", null);
    }
    return new Endpoint(
        endpoint.group(1).isEmpty() ? endpoint.group(2) : decoded(endpoint.group(2)),
        endpoint.group(3),
        Integer.parseInt(endpoint.group(4)),
        Optional.ofNullable(endpoint.group(5)).orElse(""));
  }

  private static String decoded(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  Delivery delivery(Instant time) {
    return new Delivery(time, receiver, integration, index);
  }
}
