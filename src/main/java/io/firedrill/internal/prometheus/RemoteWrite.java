package io.firedrill.internal.prometheus;

import io.firedrill.model.Series;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes samples into a Prometheus server by the remote-write protocol 1.0 ({@code /api/v1/write}),
 * which the server must have enabled ({@code --web.enable-remote-write-receiver}). Timestamps are
 * virtual time, to the millisecond, and may lie before 1970. Safe for use by several threads; but a
 * server takes one series' samples only in order of time.
 *
 * <p>Native histograms need {@code --enable-feature=native-histograms}. Prometheus 2.42 takes a
 * float histogram whose counts are all zero for one of integers, and a series that mixes the two
 * loses the earlier; custom buckets came with 3.0.
 */
public final class RemoteWrite {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Http http;

  private RemoteWrite(Http http) {
    this.http = http;
  }

  /**
   * Writes to the server at an address.
   *
   * @param server the server's root, such as {@code http://127.0.0.1:9090}
   */
  public static RemoteWrite to(URI server) {
    return to(server, () -> LIMIT);
  }

  /**
   * The same with another limit than 30 s.
   *
   * @param limit how long, by the wall clock, it may take to connect, and to send a byte
   */
  public static RemoteWrite to(URI server, Supplier<Duration> limit) {
    return new RemoteWrite(new Http(server, limit));
  }

  /**
   * Writes all samples of all series, and returns when the server has stored them, so that a query
   * sees them. Series without samples are left out.
   *
   * @throws PrometheusException with Prometheus's message if it rejects them; it may have stored a
   *     part
   */
  public void write(List<Series> series) {
    for (List<Series> written : SampleRuns.requests(series)) {
      String what = "remote write of " + written.size() + " series, the first " + first(written);
      http.postSnappy("api/v1/write", what, Snappy.compress(WriteRequestEncoder.encode(written)));
    }
  }

  private static String first(List<Series> series) {
    return series.get(0).labels() + " at " + series.get(0).samples().get(0).time();
  }
}
