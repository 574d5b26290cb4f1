package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every group is evaluated at exactly start + k * interval, for any start and server. */
class EvaluationTimesTest {

  private static final Map<String, Duration> INTERVALS =
      Map.of(
          "a", Duration.ofSeconds(15),
          "b", Duration.ofMinutes(1),
          "c", Duration.ofSeconds(90),
          "d", Duration.ofMinutes(5),
          "e", Duration.ofHours(1));

  private static final Duration RUN = Duration.ofHours(2);

  @TempDir Path directory;

  static Stream<Arguments> runs() {
    List<Instant> starts =
        List.of(
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(90),
            Instant.parse("2000-02-29T12:34:56.789Z"),
            Instant.parse("2026-03-29T00:30:00Z"),
            Instant.parse("2099-12-31T23:59:59Z"));
    return Stream.of(TestPairs.VERSIONS)
        .flatMap(version -> starts.stream().map(start -> Arguments.of(version, start)));
  }

  @ParameterizedTest(name = "Prometheus {0} from {1}")
  @MethodSource("runs")
  void areExact(String version, Instant start) throws IOException {
    Instant end = start.plus(RUN);
    try (Run drill = Run.start(TestPairs.rigs(version), spec(start))) {
      drill.runTo(end);

      for (Map.Entry<String, Duration> group : INTERVALS.entrySet()) {
        List<Instant> expected = new ArrayList<>();
        for (Instant t = start; !t.isAfter(end); t = t.plus(group.getValue())) {
          expected.add(t);
        }
        QueryResult.Matrix recorded =
            (QueryResult.Matrix)
                drill.servers().prometheus().query("at:" + group.getKey() + "[3h]", end);
        assertThat(recorded.ranges().get(0).points())
            .as("group %s", group.getKey())
            .allSatisfy(p -> assertThat(number(p)).isEqualTo(p.time().toEpochMilli() / 1000.0))
            .extracting(QueryResult.Point::time)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest(name = "Prometheus {0} from {1}")
  @MethodSource("runs")
  void letLaterGroupsSeeWhatEarlierOnesRecorded(String version, Instant start) throws IOException {
    Instant end = start.plus(RUN);
    try (Run drill = Run.start(TestPairs.rigs(version), spec(start))) {
      drill.runTo(end);

      // At the end all five are due, in the order of the file; each adds one to the previous one's
      // result.
      assertThat(drill.servers().prometheus().query("chain:e", end))
          .isInstanceOfSatisfying(
              QueryResult.Vector.class,
              v ->
                  assertThat(v.elements())
                      .extracting(QueryResult.Element::value)
                      .containsExactly(new QueryValue.Number(end.toEpochMilli() / 1000.0 + 4)));
    }
  }

  private static double number(QueryResult.Point point) {
    return ((QueryValue.Number) point.value()).value();
  }

  private RunSpec spec(Instant start) throws IOException {
    StringBuilder rules = new StringBuilder("groups:\n");
    String before = "vector(time() - 1)";
    for (String group : List.of("a", "b", "c", "d", "e")) {
      rules.append(
          """
          - name: %1$s
            interval: %2$ds
            rules:
            - {record: 'at:%1$s', expr: vector(time())}
            - {record: 'chain:%1$s', expr: '%3$s + 1'}
          """
              .formatted(group, INTERVALS.get(group).toSeconds(), before));
      before = "chain:" + group;
    }
    Path file = Files.writeString(directory.resolve("rules.yml"), rules);
    return RunSpec.of(
        RunOptions.STANDARD.withStart(start), TestedFiles.read(List.of(file), Optional.empty()));
  }
}
