package io.firedrill.internal.prometheus;

import io.firedrill.model.Series;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes samples into a Prometheus server by the remote-write protocol 1.0 ({@code /api/v1/write}),
 * which the server must have enabled ({@code --web.enable-remote-write-receiver}). Timestamps are
 * virtual times, to the millisecond, and may be before 1970. Thread-safe, but a server accepts the
 * samples of a series only in chronological order.
 *
 * <p>Native histograms need {@code --enable-feature=native-histograms}. Prometheus 2.42 reads a
 * float histogram whose counts are all zero as an integer histogram, and drops the earlier samples
 * of a series with both. Custom buckets need 3.0.
 */
public final class RemoteWrite {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Http http;

  private RemoteWrite(Http http) {
    this.http = http;
  }

  /**
   * Creates a client for the server at an address.
   *
   * @param server the server's root, such as {@code http://127.0.0.1:9090}
   */
  public static RemoteWrite to(URI server) {
    return to(server, () -> LIMIT);
  }

  /**
   * The same with another limit than 30 s.
   *
   * @param limit the wall-clock limit for connecting, and for each wait for a byte
   */
  public static RemoteWrite to(URI server, Supplier<Duration> limit) {
    return new RemoteWrite(new Http(server, limit));
  }

  /**
   * Writes all samples of all series, and returns when the server has stored them, so that queries
   * see them. Skips series without samples.
   *
   * @throws PrometheusException with Prometheus's message if it rejects them; it may have stored
   *     some of them
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
