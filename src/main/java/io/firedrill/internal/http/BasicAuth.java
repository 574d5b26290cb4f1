package io.firedrill.internal.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Basic authentication with the user and password of a server's address. */
public final class BasicAuth {

  public static final String HEADER = "Authorization";

  private BasicAuth() {}

  /** The header's value; empty if the address has no user. */
  public static Optional<String> of(URI server) {
    return Optional.ofNullable(server.getUserInfo())
        .map(user -> user.getBytes(StandardCharsets.UTF_8))
        .map(user -> "Basic " + Base64.getEncoder().encodeToString(user));
  }
}
