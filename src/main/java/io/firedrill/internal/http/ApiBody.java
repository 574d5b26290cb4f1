package io.firedrill.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The body of a request.
 *
 * @param mediaType its type
 * @param content its bytes
 * @param headers further headers about it
 */
public record ApiBody(String mediaType, byte[] content, Map<String, String> headers) {

  /** A document in JSON. */
  public static ApiBody json(String text) {
    return new ApiBody("application/json", text.getBytes(StandardCharsets.UTF_8), Map.of());
  }
}
