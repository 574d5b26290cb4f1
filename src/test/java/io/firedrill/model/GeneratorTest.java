package io.firedrill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratorTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void steadyIsConstant() {
    assertThat(numbers(Generator.steady(7), 3)).containsExactly(7.0, 7.0, 7.0);
  }

  @Test
  void aRampReachesItsEndExactlyAndKeepsIt() {
    assertThat(numbers(Generator.ramp(0, 3, MINUTE.multipliedBy(3)), 5))
        .containsExactly(0.0, 1.0, 2.0, 3.0, 3.0);
    assertThat(numbers(Generator.ramp(1, 0.1, MINUTE.multipliedBy(30)), 31).get(30)).isEqualTo(0.1);
  }

  @Test
  void aDropCanEnd() {
    assertThat(numbers(Generator.drop(5, 0, MINUTE), 3)).containsExactly(5.0, 0.0, 0.0);
    assertThat(numbers(Generator.drop(5, 0, MINUTE, MINUTE.multipliedBy(2)), 3))
        .containsExactly(5.0, 0.0, 5.0);
  }

  @Test
  void noiseDependsOnlyOnTheSeed() {
    assertThat(numbers(Generator.noise(100, 10, 42), 3))
        .isEqualTo(numbers(Generator.noise(100, 10, 42), 3))
        .containsExactly(104.55127360065737, 103.6644694351969, 96.1743891066532)
        .isNotEqualTo(numbers(Generator.noise(100, 10, 43), 3));
    assertThat(numbers(Generator.noise(100, 10, 7), 1000)).allMatch(v -> v >= 90 && v <= 110);
  }

  @Test
  void aGapHasNoValues() {
    assertThat(Generator.gap().values(MINUTE, 2))
        .containsExactly(Optional.empty(), Optional.empty());
  }

  private static List<Double> numbers(Generator generator, int count) {
    return generator.values(MINUTE, count).stream()
        .map(v -> ((SampleValue.Number) v.orElseThrow()).value())
        .toList();
  }
}
