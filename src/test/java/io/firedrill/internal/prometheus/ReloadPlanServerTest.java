package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first evaluation of real servers after planned reloads. */
class ReloadPlanServerTest {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  @TempDir private Path directory;

  @ParameterizedTest(name = "Prometheus {0}")
  @CsvSource({"2.42, SEPARATED", "2.53.3, SEPARATED", "3.5.3, LENGTH_PREFIXED"})
  void evaluatesFirstAtTheStartAndAlertsAtOnce(String version, LabelHash hash) throws Exception {
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      Instant start = Instant.ofEpochMilli(System.currentTimeMillis() + 1_234);
      writeRules(GroupAlignment.to(hash, start).path("first", INTERVAL, Slot.ONLY));
      Instant reload = ReloadPlan.of(start, List.of(INTERVAL)).firstReload();
      TestPrometheus.await(
          () -> Instant.now().isBefore(reload) ? Optional.empty() : Optional.of(true));

      server.api().reload();

      Instant first = TestPrometheus.await(() -> firstSample(server.api(), "ALERTS[1m]"));
      assertThat(first).isEqualTo(start);
      assertThat(firstSample(server.api(), "ALERTS_FOR_STATE[1m]")).contains(start);
    }
  }

  private void writeRules(String path) throws Exception {
    Files.createDirectories(directory.resolve(path).getParent());
    Files.writeString(
        directory.resolve(path),
        """
        groups:
        - name: first
          interval: 1s
          rules: [{alert: Always, expr: vector(1), for: 1h}]
        """);
    Files.writeString(directory.resolve("prometheus.yml"), "rule_files: [" + path + "]");
  }

  private static Optional<Instant> firstSample(PrometheusApi api, String selector) {
    QueryResult.Matrix matrix = (QueryResult.Matrix) api.query(selector, Instant.now());
    return matrix.ranges().stream().map(range -> range.points().get(0).time()).findFirst();
  }
}
