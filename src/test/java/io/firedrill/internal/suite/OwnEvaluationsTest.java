package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.verdict.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure counts the evaluations of the alert's own group, not those of all groups. */
class OwnEvaluationsTest {

  @TempDir Path directory;

  static Stream<String> versions() {
    return Arrays.stream(TestPairs.VERSIONS);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void areCounted(String version) throws IOException {
    Files.writeString(
        directory.resolve("rules.yml"),
        """
        groups:
        - {name: fast, interval: 15s, rules: [{record: y, expr: x}]}
        - {name: slow, interval: 5m, rules: [{alert: Slow, expr: x > 1}, {alert: Never, expr: x > 9}]}
        """);
    Path test =
        Files.writeString(
            directory.resolve("test.yml"),
            """
            rule_files: [rules.yml]
            evaluation_interval: 1m
            strict: true
            tests:
            - name: a test
              input_series: [{series: x, steady: 5}]
              run_for: 20m
              alert_state_test: [{alertname: Never, from: 0m, to: 20m, state: firing}]
            """);

    assertThat(
            TestRuns.run(TestPairs.rigs(version), test, directory.resolve("logs"))
                .failures()
                .stream()
                .map(Failure::text))
        .satisfiesExactly(
            text ->
                assertThat(text)
                    .startsWith(
                        test
                            + ":8:22: Never from 0s to 20m: expected firing at 5 evaluations, another"
                            + " state at all of them\n"),
            text -> assertThat(text).contains("\n  fires at 5 evaluations\n"));
  }
}
