package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusDurationTest {

  @ParameterizedTest
  @CsvSource({
    "0,PT0S",
    "0s,PT0S",
    "15m30s,PT15M30S",
    "1h5m,PT1H5M",
    "1d,PT24H",
    "25h,PT25H",
    "1455m,PT1455M",
    "1w,PT168H",
    "1y,PT8760H",
    "500ms,PT0.5S",
    "1y2w3d4h5m6s7ms,PT9172H5M6.007S"
  })
  void reads(String text, Duration duration) {
    assertThat(PrometheusDuration.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "m", "1m1h", "-1m", "1.5h", "1 m", "1M", "300y", "99999999999999999999s"})
  void refuses(String text) {
    assertThat(PrometheusDuration.parse(text)).isEmpty();
  }

  @Test
  void formatsWithUnitsFromDaysDown() {
    assertThat(PrometheusDuration.format(Duration.ZERO)).isEqualTo("0s");
    assertThat(PrometheusDuration.format(Duration.ofSeconds(930))).isEqualTo("15m30s");
    assertThat(PrometheusDuration.format(Duration.ofHours(26))).isEqualTo("1d2h");
    assertThat(PrometheusDuration.format(Duration.ofMillis(-1500))).isEqualTo("-1s500ms");
  }
}
