package io.firedrill.internal.target;

import io.firedrill.internal.relay.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scrape that a proxy receives.
 *
 * @param address host and port of the target; empty if the request is to the proxy itself
 * @param path path and query, from the slash on
 * @param headers the headers; names in lower case
 */
public record ScrapeRequest(String address, String path, Map<String, String> headers) {

  private static final Pattern DEFAULT_PORT = Pattern.compile("(.*[^:]):(?:80|443)");

  public ScrapeRequest {
    headers = new TreeMap<>(headers);
  }

  /** A request for a path, without headers. */
  static ScrapeRequest ofPath(String path) {
    return new ScrapeRequest("", path, Map.of());
  }

  /** Reads a request; empty if it is not a scrape. */
  public static Optional<ScrapeRequest> read(HttpRequest request) {
    return request.method().equals("GET")
        ? Optional.of(
            new ScrapeRequest(normal(request.host()), request.target(), request.headers()))
        : Optional.empty();
  }

  /** An address in lower case, without the default port of its scheme. */
  public static String normal(String address) {
    Matcher standard = DEFAULT_PORT.matcher(address);
    return (standard.matches() ? standard.group(1) : address).toLowerCase(Locale.ROOT);
  }
}
