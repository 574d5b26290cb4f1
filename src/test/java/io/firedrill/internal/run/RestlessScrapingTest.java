package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestlessScrapingTest {

  @ParameterizedTest
  @CsvSource({
    "2.42.0+ds, false", "2.53.3+ds1, false", "3.5.3, false", "3.11.2, false",
    "3.12.0-rc.0, true", "3.14.0, true", "4.0.0, true", "unknown, false",
  })
  void knowsVersionsThatWakeWithoutRest(String version, boolean restless) {
    assertThat(RestlessScraping.isRestless(version)).isEqualTo(restless);
  }
}
