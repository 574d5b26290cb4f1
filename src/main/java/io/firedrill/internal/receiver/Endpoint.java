package io.firedrill.internal.receiver;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of an integration's stand-in, {@code /RECEIVER/INTEGRATION/INDEX}, and what Alertmanager
 * appends to it. A receiver's name that would need escapes is a tilde and Base64, because
 * Alertmanager appends to some addresses without escaping.
 *
 * @param receiver the receiver's name
 * @param integration Alertmanager's name for the integration's kind
 * @param index the index among the receiver's integrations of this kind, from 0
 * @param rest the rest of the path, percent-encoded: empty, or starting with a slash
 */
public record Endpoint(String receiver, String integration, int index, String rest) {

  /** The end of a companion's path. */
  public static final String COMPANION = "/companion";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private static final Pattern PATH =
      Pattern.compile("/(~?)([^/]+)/([a-z0-9]+)/([0-9]{1,6})(/.*)?");

  /** The endpoint of an integration. */
  static Endpoint of(String receiver, String integration, int index) {
    return new Endpoint(receiver, integration, index, "");
  }

  /**
   * Reads a path.
   *
   * @throws UndecodableException if it is not an endpoint's
   */
  static Endpoint read(String path) {
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

  /** Reads the path in the token of an {@code Authorization} header. */
  static Endpoint ofToken(String authorization) {
    return read(authorization.replaceFirst("^Bearer ", ""));
  }

  /** The path. */
  String path() {
    String name = PLAIN.matcher(receiver).matches() ? receiver : "~" + encoded(receiver);
    return "/" + name + "/" + integration + "/" + index + rest;
  }

  private static String encoded(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String decoded(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
