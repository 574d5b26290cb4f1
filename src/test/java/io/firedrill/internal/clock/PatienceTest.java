package io.firedrill.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

  private static final Patience THIRTY_SECONDS = new Patience(Duration.ofSeconds(30));

  /** A process that gets a tenth of the processor takes ten times as long. */
  @ParameterizedTest
  @CsvSource({"0, 30", "0.9, 30", "1, 30", "2.5, 75", "10, 300"})
  void growsWithTheThreadsThatWantAProcessor(double threads, long seconds) {
    assertThat(THIRTY_SECONDS.times(threads)).isEqualTo(Duration.ofSeconds(seconds));
  }

  /** As in proc(5): averages of 1, 5 and 15 minutes, then running and all threads. */
  @ParameterizedTest
  @CsvSource({
    "0.20 0.18 0.12 1/80 11206, 1",
    "5.22 4.92 5.08 2/210 1, 5.22",
    "0.5 0 0 40/99 7, 40"
  })
  void readsTheLargerOfTheLastMinuteAndNow(String line, double load) {
    assertThat(Patience.load(line)).isEqualTo(load);
  }

  @Test
  void isNeverShorterThanItsLimit() {
    assertThat(THIRTY_SECONDS.now()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    assertThat(THIRTY_SECONDS.text()).startsWith("within ");
    assertThat(THIRTY_SECONDS.start().isOver()).isFalse();
    assertThat(new Patience.Waiting(THIRTY_SECONDS, System.nanoTime() - (1L << 62)).isOver())
        .isTrue();
  }

  @Test
  void mustBeLongerThanZero() {
    assertThatThrownBy(() -> new Patience(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a limit must be longer than zero: PT0S");
  }
}
