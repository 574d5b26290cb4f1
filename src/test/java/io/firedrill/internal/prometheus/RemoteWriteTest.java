package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.prometheus.QueryValue.Bounds;
import io.firedrill.internal.prometheus.QueryValue.Bucket;
import io.firedrill.model.Labels;
import io.firedrill.model.NativeHistogram;
import io.firedrill.model.NativeHistogram.ResetHint;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Series;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteWriteTest {

  private static final Labels UP = Labels.of("__name__", "up", "job", "ingest \"é\"");

  private static final Labels EMPTY = Labels.of("__name__", "empty");

  @TempDir private Path directory;

  @EveryPrometheus
  void storesExactValuesAtExactMilliseconds(String version) throws Exception {
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      server
          .remoteWrite()
          .write(
              List.of(
                  new Series(
                      UP,
                      List.of(
                          sample(-1_501, SampleValue.of(0.1)),
                          sample(-1, SampleValue.of(Double.NEGATIVE_INFINITY)),
                          sample(0, SampleValue.of(Double.NaN)),
                          sample(1, SampleValue.stale()))),
                  new Series(Labels.of("__name__", "unused"), List.of())));

      PrometheusApi api = server.api();
      assertThat(api.query("up[1m]", Instant.ofEpochMilli(1)))
          .isEqualTo(
              new QueryResult.Matrix(
                  List.of(
                      new QueryResult.Range(
                          UP,
                          List.of(
                              point(-1_501, 0.1),
                              point(-1, Double.NEGATIVE_INFINITY),
                              point(0, Double.NaN))))));
      assertThat(api.query("up", Instant.ofEpochMilli(-2)))
          .isEqualTo(vector(UP, -2, new QueryValue.Number(0.1)));
      assertThat(api.query("up", Instant.ofEpochMilli(-1_502))).isEqualTo(vector());
      assertThat(api.query("up", Instant.ofEpochMilli(1))).as("stale").isEqualTo(vector());
    }
  }

  @EveryPrometheus
  void storesNativeHistograms(String version) throws Exception {
    NativeHistogram histogram =
        new NativeHistogram(
            0,
            7.5,
            20,
            0.001,
            1,
            0,
            List.of(1.0, 0.0, 3.5),
            1,
            List.of(2.0),
            List.of(),
            ResetHint.GAUGE);
    NativeHistogram empty =
        new NativeHistogram(
            3, 0, 0, 0.001, 0, 0, List.of(), 0, List.of(), List.of(), ResetHint.UNKNOWN);
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      server
          .remoteWrite()
          .write(
              List.of(
                  new Series(UP, List.of(sample(0, SampleValue.of(histogram)))),
                  new Series(EMPTY, List.of(sample(0, SampleValue.of(empty))))));

      assertThat(server.api().query("up", Instant.EPOCH))
          .isEqualTo(
              vector(
                  UP,
                  0,
                  new QueryValue.Histogram(
                      7.5,
                      20,
                      List.of(
                          new Bucket(Bounds.LOWER_INCLUSIVE, -2, -1, 2),
                          new Bucket(Bounds.INCLUSIVE, -0.001, 0.001, 1),
                          new Bucket(Bounds.UPPER_INCLUSIVE, 0.5, 1, 1),
                          new Bucket(Bounds.UPPER_INCLUSIVE, 2, 4, 3.5)))));
      assertThat(server.api().query("empty", Instant.EPOCH))
          .isEqualTo(vector(EMPTY, 0, new QueryValue.Histogram(0, 0, List.of())));
    }
  }

  @EveryPrometheus
  void storesAlternatingFloatsAndHistogramsOfASeries(String version) throws Exception {
    NativeHistogram histogram =
        new NativeHistogram(
            0, 1, 2, 0, 0, 0, List.of(1.0), 0, List.of(), List.of(), ResetHint.UNKNOWN);
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      server
          .remoteWrite()
          .write(
              List.of(
                  new Series(
                      UP,
                      List.of(
                          sample(0, SampleValue.of(histogram)),
                          sample(1_000, SampleValue.stale()),
                          sample(2_000, SampleValue.of(histogram)),
                          sample(3_000, SampleValue.of(4))))));

      for (int second : new int[] {0, 2}) {
        assertThat(
                server.api().query("histogram_sum(up)", Instant.ofEpochSecond(second)).toString())
            .as("second %s", second)
            .contains("value=2.0");
      }
      assertThat(server.api().query("up", Instant.ofEpochSecond(1))).isEqualTo(vector());
      assertThat(server.api().query("up", Instant.ofEpochSecond(3)))
          .isEqualTo(vector(UP, 3_000, new QueryValue.Number(4)));
    }
  }

  @Test
  void storesCustomBuckets() throws Exception {
    NativeHistogram histogram =
        new NativeHistogram(
            -53,
            3,
            20,
            0,
            0,
            0,
            List.of(1.0, 2.0),
            0,
            List.of(),
            List.of(0.5, 5.0),
            ResetHint.UNKNOWN);
    try (TestPrometheus server = TestPrometheus.start("3.5.3", directory)) {
      server
          .remoteWrite()
          .write(List.of(new Series(UP, List.of(sample(0, SampleValue.of(histogram))))));

      assertThat(server.api().query("up", Instant.EPOCH))
          .isEqualTo(
              vector(
                  UP,
                  0,
                  new QueryValue.Histogram(
                      3,
                      20,
                      List.of(
                          new Bucket(Bounds.INCLUSIVE, Double.NEGATIVE_INFINITY, 0.5, 1),
                          new Bucket(Bounds.UPPER_INCLUSIVE, 0.5, 5, 2)))));
    }
  }

  @EveryPrometheus
  void storesRequestsOfManySeries(String version) throws Exception {
    List<Series> series =
        IntStream.range(0, 2_000)
            .mapToObj(i -> Labels.of("__name__", "many", "instance", "host-" + i * 7919))
            .map(labels -> new Series(labels, List.of(sample(0, SampleValue.of(1)))))
            .toList();
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      server.remoteWrite().write(series);

      assertThat(server.api().query("sum(many)", Instant.EPOCH))
          .isEqualTo(vector(Labels.empty(), 0, new QueryValue.Number(2_000)));
    }
  }

  @EveryPrometheus
  void reportsPrometheussOwnMessages(String version) throws Exception {
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      RemoteWrite write = server.remoteWrite();
      write.write(List.of(new Series(UP, List.of(sample(5_000, SampleValue.of(1))))));

      assertThatThrownBy(
              () -> write.write(List.of(new Series(UP, List.of(sample(0, SampleValue.of(1)))))))
          .isInstanceOfSatisfying(
              PrometheusException.class, e -> assertThat(e.status()).isEqualTo(400))
          .hasMessage(
              "remote write of 1 series, the first up{job=\"ingest \\\"é\\\"\"} at"
                  + " 1970-01-01T00:00:00Z: out of order sample (HTTP 400)");
    }
  }

  @Test
  void reportsThatNothingListens() {
    RemoteWrite write = RemoteWrite.to(URI.create("http://127.0.0.1:1"));

    assertThatThrownBy(
            () -> write.write(List.of(new Series(UP, List.of(sample(0, SampleValue.of(1)))))))
        .isInstanceOf(PrometheusException.class)
        .hasMessageContaining("127.0.0.1:1");
  }

  private static Sample sample(long millis, SampleValue value) {
    return new Sample(Instant.ofEpochMilli(millis), value);
  }

  private static QueryResult.Point point(long millis, double value) {
    return new QueryResult.Point(Instant.ofEpochMilli(millis), new QueryValue.Number(value));
  }

  private static QueryResult vector() {
    return new QueryResult.Vector(List.of());
  }

  private static QueryResult vector(Labels labels, long millis, QueryValue value) {
    return new QueryResult.Vector(
        List.of(new QueryResult.Element(labels, Instant.ofEpochMilli(millis), value)));
  }
}
