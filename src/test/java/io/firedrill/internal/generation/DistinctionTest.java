package io.firedrill.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistinctionTest {

  @TempDir private Path directory;

  private Distinction.Version version(String name, String rule) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, "groups:\n- name: g\n  rules:\n  - " + rule + "\n");
    return new Distinction.Version(file, RuleFile.read(file), 0);
  }

  private Optional<Distinction> between(String first, String second) throws IOException {
    return Distinction.between(
        TestPairs.newest(),
        version("a.yml", first),
        version("b.yml", second),
        Duration.ofMinutes(1));
  }

  @Test
  void findsTheThreshold() throws IOException {
    Optional<Distinction> found =
        between("{alert: A, expr: x > 5, for: 2m}", "{alert: A, expr: x >= 5, for: 2m}");

    assertThat(found).isPresent();
    assertThat(found.get().test()).contains("values: 5x", "state: inactive");
  }

  @Test
  void findsAnotherLabel() throws IOException {
    assertThat(
            between(
                "{alert: A, expr: x > 5, labels: {severity: page}}",
                "{alert: A, expr: x > 5, labels: {severity: info}}"))
        .isPresent();
  }

  @Test
  void findsNothingBetweenEqualRules() throws IOException {
    assertThat(between("{alert: A, expr: x > 5}", "{alert: A, expr: (x) > 5}")).isEmpty();
  }
}
