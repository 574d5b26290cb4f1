package io.firedrill.internal.target;

import io.firedrill.internal.clock.Patience;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A real exporter, queried at the virtual times of scrapes. Time does not advance while it answers.
 * An exporter that does not answer within a third of the limit is down, so that the run itself does
 * not fail. The request has the path of the address if it has one, else the path and query of the
 * scrape. The header {@value #TIME} contains the virtual time of the scrape in Unix seconds, for
 * exporters that use it.
 *
 * @param exporter its address, as this JVM reaches it
 * @param patience the run's limit, wall-clock time
 */
public record ForwardedSource(URI exporter, Patience patience) implements TargetSource {

  /** The header with the virtual time. */
  public static final String TIME = "Firedrill-Time";

  /** The fraction of the limit after which a stuck run fails. */
  private static final int PART = 3;

  private static final class Client {
    static final HttpClient HTTP =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  public ForwardedSource {
    if (!String.valueOf(exporter.getScheme()).matches("https?") || exporter.getHost() == null) {
      throw new IllegalArgumentException(
          "expected an exporter's address such as http://127.0.0.1:8000/metrics, found "
              + exporter);
    }
  }

  @Override
  public ScrapeAnswer answer(ScrapeRequest request, Instant time) {
    HttpRequest.Builder forwarded = HttpRequest.newBuilder(uri(request));
    forwarded.timeout(patience.now().dividedBy(PART));
    request.headers().forEach((name, value) -> copy(name, value, forwarded));
    forwarded.header(TIME, BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString());
    try {
      HttpResponse<byte[]> answer = Client.HTTP.send(forwarded.build(), BodyHandlers.ofByteArray());
      Map<String, String> headers = new TreeMap<>();
      answer.headers().firstValue("Content-Type").ifPresent(v -> headers.put("Content-Type", v));
      answer
          .headers()
          .firstValue("Content-Encoding")
          .ifPresent(v -> headers.put("Content-Encoding", v));
      return new ScrapeAnswer(answer.statusCode(), headers, answer.body(), Duration.ZERO);
    } catch (IOException e) {
      return ScrapeAnswer.unreachable(exporter + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ScrapeAnswer.unreachable(exporter + ": interrupted");
    }
  }

  private URI uri(ScrapeRequest request) {
    String path = exporter.getRawPath();
    return path == null || path.isEmpty() || path.equals("/")
        ? exporter.resolve(request.path())
        : exporter;
  }

  /** Copies the headers that an exporter's answer may depend on. */
  private static void copy(String name, String value, HttpRequest.Builder to) {
    if (name.startsWith("accept") || name.equals("user-agent") || name.startsWith("x-")) {
      to.header(name, value);
    }
  }
}
