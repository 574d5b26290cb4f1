package io.firedrill.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagDurationTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "720h, PT720H",
    "30d, PT720H",
    "1h30m, PT90M",
    "1.5h, PT90M",
    "100ms, PT0.1S",
    "2w, PT336H"
  })
  void readsWhatTheServersRead(String text, Duration duration) {
    assertThat(FlagDuration.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "x", "1h x", "-1h", "h"})
  void isEmptyForOtherText(String text) {
    assertThat(FlagDuration.parse(text)).isEmpty();
  }
}
