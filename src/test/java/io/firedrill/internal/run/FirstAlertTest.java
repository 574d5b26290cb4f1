package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.model.Notification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An alert of the first evaluation reaches Alertmanager at once, and not only when it is sent
 * again.
 */
class FirstAlertTest {

  private static final Duration GROUP_WAIT = Duration.ofSeconds(10);

  @TempDir private Path directory;

  static Stream<Arguments> runs() {
    List<Instant> starts =
        List.of(
            Instant.EPOCH,
            Instant.ofEpochSecond(90),
            Instant.parse("2026-03-29T00:30:03Z"),
            Instant.parse("2026-11-05T12:34:56.789Z"));
    List<Duration> intervals =
        List.of(Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofMinutes(1));
    return Stream.of(TestPairs.VERSIONS)
        .flatMap(
            version ->
                starts.stream()
                    .flatMap(s -> intervals.stream().map(i -> Arguments.of(version, s, i))));
  }

  @ParameterizedTest(name = "Prometheus {0} from {1} every {2}")
  @MethodSource("runs")
  void isNotifiedAfterGroupWait(String version, Instant start, Duration interval)
      throws IOException {
    try (Run run = Run.start(TestPairs.rigs(version), spec(start, interval))) {
      run.runTo(start.plus(GROUP_WAIT));

      assertThat(run.timeline(List.of()).notifications())
          .extracting(Notification::time)
          .containsExactly(start.plus(GROUP_WAIT));
    }
  }

  private RunSpec spec(Instant start, Duration interval) throws IOException {
    Path rules =
        Files.writeString(
            directory.resolve("rules.yml"),
            "groups: [{name: all, rules: [{alert: AtOnce, expr: vector(1)}]}]");
    Path routes =
        Files.writeString(
            directory.resolve("routes.yml"),
            """
            route: {receiver: oncall, group_wait: 10s}
            receivers: [{name: oncall, webhook_configs: [{url: 'http://localhost/'}]}]
            """);
    return RunSpec.of(
        RunOptions.STANDARD.withStart(start).withEvaluationInterval(interval),
        TestedFiles.read(List.of(rules), Optional.of(routes)));
  }
}
