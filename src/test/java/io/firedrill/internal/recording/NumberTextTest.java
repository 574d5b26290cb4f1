package io.firedrill.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  /** In decimal notation, each of these would have more digits than fit into memory. */
  @ParameterizedTest
  @ValueSource(strings = {"1e99999999", "-1e2147483640", "1e999999999999"})
  void writesNoTimeOut(String text) {
    assertThat(NumberText.millis(text, 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.7e3", "1700", "1700.0000000001"})
  void readsSecondsAsMilliseconds(String text) {
    assertThat(NumberText.millis(text, 3)).hasValue(1_700_000);
  }
}
