package io.firedrill.internal.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.SampleValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratorTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void steadyIsAlwaysTheSame() {
    assertThat(numbers(new Generator.Steady(7), 3)).containsExactly(7.0, 7.0, 7.0);
  }

  @Test
  void aRampReachesItsEndExactlyAndStaysThere() {
    assertThat(numbers(new Generator.Ramp(0, 3, MINUTE.multipliedBy(3)), 5))
        .containsExactly(0.0, 1.0, 2.0, 3.0, 3.0);
    assertThat(numbers(new Generator.Ramp(1, 0.1, MINUTE.multipliedBy(30)), 31).get(30))
        .isEqualTo(0.1);
  }

  @Test
  void aDropMayBeUndone() {
    assertThat(numbers(new Generator.Drop(5, 0, MINUTE, Optional.empty()), 3))
        .containsExactly(5.0, 0.0, 0.0);
    assertThat(numbers(new Generator.Drop(5, 0, MINUTE, Optional.of(MINUTE.multipliedBy(2))), 3))
        .containsExactly(5.0, 0.0, 5.0);
  }

  @Test
  void noiseIsTheSameForTheSameSeedEverywhere() {
    assertThat(numbers(new Generator.Noise(100, 10, 42), 3))
        .isEqualTo(numbers(new Generator.Noise(100, 10, 42), 3))
        .containsExactly(104.55127360065737, 103.6644694351969, 96.1743891066532)
        .isNotEqualTo(numbers(new Generator.Noise(100, 10, 43), 3));
    assertThat(numbers(new Generator.Noise(100, 10, 7), 1000)).allMatch(v -> v >= 90 && v <= 110);
  }

  @Test
  void aGapHasNoValues() {
    assertThat(new Generator.Gap().values(MINUTE, 2))
        .containsExactly(Optional.empty(), Optional.empty());
  }

  private static List<Double> numbers(Generator generator, int count) {
    return generator.values(MINUTE, count).stream()
        .map(v -> ((SampleValue.Number) v.orElseThrow()).value())
        .toList();
  }
}
