package io.firedrill.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalTimeTest {

  @ParameterizedTest(name = "{0} to {1}: {2} is {3}")
  @CsvSource({
    "10s, 10s, 10s, true",
    "10s, 10s, 10s999ms, true",
    "10s, 10s, 11s, false",
    "10s, 10s, 9s999ms, false",
    "10s, 20s500ms, 20s500ms, true",
    "10s, 20s500ms, 20s501ms, false",
    ", 20s, 0s, true",
    "10s, , 1h, true",
    ", , 1h, true",
  })
  void aBoundInWholeSecondsCoversItsSecond(String from, String to, String arrival, boolean within) {
    assertThat(new ArrivalTime(bound(from), bound(to)).contains(Given.duration(arrival)))
        .isEqualTo(within);
  }

  private static Optional<Duration> bound(String text) {
    return Optional.ofNullable(text).map(Given::duration);
  }
}
