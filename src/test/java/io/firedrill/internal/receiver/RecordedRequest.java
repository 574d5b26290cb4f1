package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request of a real Alertmanager, as text: an HTTP request with the headers that a decoder reads,
 * or the client's side of an SMTP dialogue.
 *
 * @param offset when it was made, after {@link #START}
 * @param text the request, with line feeds only
 */
public record RecordedRequest(Duration offset, String text) {

  /** When each recording starts. */
  public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private static final String HEADING = "### ";
  private static final List<String> HEADERS = List.of("Content-Type", "Authorization");

  /** A signature includes the port, which differs in every run. */
  private static final Pattern SIGNATURE = Pattern.compile("Signature=[0-9a-f]+");

  /** An HTTP request at a virtual time, recorded in seconds. */
  public static RecordedRequest of(HttpRequest request, Instant time) {
    String headers =
        HEADERS.stream()
            .filter(name -> !header(request, name).isEmpty())
            .map(name -> name + ": " + header(request, name) + "\n")
            .collect(Collectors.joining());
    return at(
        time,
        request.method()
            + " "
            + request.target()
            + "\n"
            + SIGNATURE.matcher(headers).replaceAll("Signature=0")
            + "\n"
            + request.text());
  }

  private static String header(HttpRequest request, String name) {
    return request.header(name.toLowerCase(Locale.ROOT));
  }

  /** A request at a virtual time. */
  public static RecordedRequest at(Instant time, String text) {
    return new RecordedRequest(Duration.ofSeconds(Duration.between(START, time).toSeconds()), text);
  }

  /** The requests of a recording. */
  static List<RecordedRequest> read(String recording) {
    return Stream.of(recording.split("(?m)^" + HEADING))
        .skip(1)
        .map(
            entry -> {
              int end = entry.indexOf('\n');
              return new RecordedRequest(
                  Duration.parse("PT" + entry.substring(0, end)),
                  entry.substring(end + 1, entry.length() - 1));
            })
        .toList();
  }

  /** A recording of requests. */
  public static String write(List<RecordedRequest> requests) {
    return requests.stream()
        .map(request -> HEADING + request.time() + "\n" + request.text + "\n")
        .collect(Collectors.joining());
  }

  /** The offset, such as {@code 5m30s}. */
  String time() {
    return offset.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  Instant instant() {
    return START.plus(offset);
  }

  boolean isMail() {
    return text.startsWith("EHLO ");
  }

  HttpRequest http() {
    int end = text.indexOf("\n\n");
    List<String> head = List.of(text.substring(0, end).split("\n"));
    Map<String, String> headers = new TreeMap<>();
    for (String header : head.subList(1, head.size())) {
      int colon = header.indexOf(": ");
      headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 2));
    }
    int space = head.get(0).indexOf(' ');
    return new HttpRequest(
        head.get(0).substring(0, space),
        "",
        head.get(0).substring(space + 1),
        headers,
        text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
  }
}
