package io.firedrill.target;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scrape as it comes to a proxy.
 *
 * @param address host and port of the target; empty where the request is to the proxy itself
 * @param path path and query, from the slash on
 * @param headers the headers; names in lower case
 */
public record ScrapeRequest(String address, String path, Map<String, String> headers) {

  private static final Pattern LINE =
      Pattern.compile("GET (?:http://([^/?\\s]*))?(\\S*) HTTP/1\\.[01]");
  private static final Pattern DEFAULT_PORT = Pattern.compile("(.*[^:]):(?:80|443)");

  public ScrapeRequest {
    headers = new TreeMap<>(headers);
  }

  /** A request of a path, without headers. */
  static ScrapeRequest ofPath(String path) {
    return new ScrapeRequest("", path, Map.of());
  }

  /** Reads a request; empty where it is none that a scrape makes. */
  public static Optional<ScrapeRequest> read(byte[] message) {
    String[] lines = new String(message, StandardCharsets.ISO_8859_1).split("\r\n");
    Matcher line = LINE.matcher(lines[0]);
    if (!line.matches()) {
      return Optional.empty();
    }
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.put(
            lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
    }
    String host = line.group(1) == null ? "" : line.group(1);
    String path = line.group(2).startsWith("/") ? line.group(2) : "/" + line.group(2);
    return Optional.of(new ScrapeRequest(normal(host), path, headers));
  }

  /** An address without the port that its scheme stands for, in lower case. */
  public static String normal(String address) {
    Matcher standard = DEFAULT_PORT.matcher(address);
    return (standard.matches() ? standard.group(1) : address).toLowerCase(Locale.ROOT);
  }
}
