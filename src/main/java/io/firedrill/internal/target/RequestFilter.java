package io.firedrill.internal.target;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The requests that a stay is about: those of one probe among several behind an exporter.
 *
 * @param path the path; empty = any
 * @param params parameters and their values; others are ignored
 */
public record RequestFilter(Optional<String> path, Map<String, String> params) {

  /** All requests. */
  public static final RequestFilter ALL = new RequestFilter(Optional.empty(), Map.of());

  public RequestFilter {
    params = Map.copyOf(params);
  }

  boolean accepts(ScrapeRequest request) {
    int question = request.path().indexOf('?');
    String before = question < 0 ? request.path() : request.path().substring(0, question);
    String query = question < 0 ? "" : request.path().substring(question + 1);
    return path.filter(p -> !p.equals(decoded(before.replace("+", "%2B")))).isEmpty()
        && params.entrySet().stream().allMatch(p -> has(query, p.getKey(), p.getValue()));
  }

  private static boolean has(String query, String name, String value) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .anyMatch(
            pair ->
                decoded(pair[0]).equals(name)
                    && decoded(pair.length == 2 ? pair[1] : "").equals(value));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
