package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reasons that real servers give in many situations, with every pair of servers. */
class SituationTest {

  @TempDir private Path directory;

  @ParameterizedTest(name = "{0}, Prometheus {1}")
  @MethodSource("situationsAndVersions")
  void givesItsReasons(Situation situation, String version) {
    assertThat(situation.reasons(version, directory))
        .containsExactlyElementsOf(situation.expected(version));
  }

  @Test
  void areMany() {
    long reasons =
        Situation.all().stream().mapToLong(s -> s.expected(TestPairs.VERSIONS[2]).size()).sum();

    assertThat(reasons).isGreaterThanOrEqualTo(40);
  }

  static Stream<Arguments> situationsAndVersions() {
    return Situation.all().stream()
        .filter(s -> s.name().matches(System.getProperty("situations", ".*")))
        .flatMap(
            s ->
                Arrays.stream(TestPairs.VERSIONS)
                    .filter(s::isFor)
                    .filter(v -> v.matches(System.getProperty("versions", ".*")))
                    .map(v -> Arguments.of(s, v)));
  }
}
