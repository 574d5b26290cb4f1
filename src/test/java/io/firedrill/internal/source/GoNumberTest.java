package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoNumberTest {

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "-1.5,-1.5",
    "+2,2",
    "0x10,16",
    "0X1F,31",
    "0b11,3",
    "0o17,15",
    "017,15",
    "019,19",
    "1e3,1000",
    "0x1p4,16",
    "1_000.5,1000.5",
    "Inf,Infinity",
    "-INF,-Infinity",
    "+inf,Infinity",
    "NaN,NaN",
    "9223372036854775807,9.223372036854775807E18"
  })
  void reads(String text, double value) {
    assertThat(GoNumber.parse(text)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " 1", "1f", "1d", "1_", "_1", "1__0", "e5", ".", "0x", "1e400", "one", "--1"})
  void refuses(String text) {
    assertThat(GoNumber.parse(text)).isEmpty();
  }
}
