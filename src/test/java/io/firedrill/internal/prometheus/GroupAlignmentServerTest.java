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

/** The hashes of real builds, and their evaluation times of aligned groups. */
class GroupAlignmentServerTest {

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Instant START = Instant.ofEpochMilli(345);

  @TempDir private Path directory;

  @ParameterizedTest(name = "Prometheus {0}: {1}")
  @CsvSource({"2.42, SEPARATED", "2.53.3, SEPARATED", "3.5.3, LENGTH_PREFIXED"})
  void isEvaluatedAtTheStartsPhase(String version, LabelHash hash) throws Exception {
    String shortName = group("short", hash);
    String longName = group("longest-name", hash);
    Files.writeString(
        directory.resolve("prometheus.yml"), "rule_files: [" + shortName + ", " + longName + "]");

    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      List<Instant> evaluations =
          TestPrometheus.await(() -> evaluationsOf(server.api(), "recorded[1m]"));

      assertThat(evaluations).allMatch(t -> Math.floorMod(t.toEpochMilli(), 1_000) == 345);
      assertThat(LabelHash.observed(shortName, "short", INTERVAL, evaluations.get(0)))
          .contains(hash);
    }
  }

  private String group(String name, LabelHash hash) throws Exception {
    String path = GroupAlignment.to(hash, START).path(name, INTERVAL, Slot.ONLY);
    Files.createDirectories(directory.resolve(path).getParent());
    Files.writeString(
        directory.resolve(path),
        """
        groups:
        - name: %1$s
          interval: 1s
          rules:
          - record: recorded
            expr: vector(1)
            labels: {group: %1$s}
        """
            .formatted(name));
    return path;
  }

  /** The timestamps of the samples that both groups recorded, after two evaluations of each. */
  private static Optional<List<Instant>> evaluationsOf(PrometheusApi api, String recorded) {
    QueryResult.Matrix matrix = (QueryResult.Matrix) api.query(recorded, Instant.now());
    boolean twice =
        matrix.ranges().size() == 2
            && matrix.ranges().stream().allMatch(r -> r.points().size() > 1);
    return twice
        ? Optional.of(
            matrix.ranges().stream()
                .flatMap(r -> r.points().stream())
                .map(QueryResult.Point::time)
                .toList())
        : Optional.empty();
  }
}
