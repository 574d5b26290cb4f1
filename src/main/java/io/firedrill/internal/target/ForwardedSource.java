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
 * A real exporter, asked at the virtual times of scrapes. Time stands still while it answers; who
 * does not answer within a third of the limit is down: by then, the run itself has not failed.
 * Where the address has a path, that is asked for; else the path and query of the scrape. The
 * header {@value #TIME} tells the virtual time of the scrape in Unix seconds, for exporters that
 * have a use for it.
 *
 * @param exporter its address, as this JVM reaches it
 * @param patience the run's limit, wall-clock time
 */
public record ForwardedSource(URI exporter, Patience patience) implements TargetSource {

  /** The header that tells the virtual time. */
  public static final String TIME = "Firedrill-Time";

  /** Of the limit after which a run fails in which nothing goes on. */
  private static final int PART = 3;

  private static final class Client {
    static final HttpClient HTTP =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  public ForwardedSource {
    if (!String.valueOf(exporter.getScheme()).matches("https?") || exporter.getHost() == null) {
      throw new IllegalArgumentException(
          "an exporter's address is like http://127.0.0.1:8000/metrics, not " + exporter);
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

  /** What the exporter may choose its answer by. */
  private static void copy(String name, String value, HttpRequest.Builder to) {
    if (name.startsWith("accept") || name.equals("user-agent") || name.startsWith("x-")) {
      to.header(name, value);
    }
  }
}
