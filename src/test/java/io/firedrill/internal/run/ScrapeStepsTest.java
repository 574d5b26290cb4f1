package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrapeStepsTest {

  @ParameterizedTest
  @CsvSource({
    "2.42.0+ds, false", "2.53.3+ds1, false", "3.5.3, false", "3.11.2, false",
    "3.12.0-rc.0, true", "3.14.0, true", "4.0.0, true", "unknown, false",
  })
  void knowsVersionsThatWakeWithoutRest(String version, boolean restless) {
    assertThat(ScrapeSteps.isRestless(version)).isEqualTo(restless);
  }

  @ParameterizedTest
  @CsvSource({"10000, 2500", "5000, 2500", "1000, 1000", "7000, 1750", "3001, 1", "100, 100"})
  void takesAWholePartOfAllIntervals(long divisor, long step) {
    assertThat(ScrapeSteps.partOf(divisor)).hasMillis(step);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T15:00:01.998Z, 2026-03-03T15:00:01.998Z",
    "2026-03-03T15:00:02Z, 2026-03-03T15:00:01.998Z",
    "2026-03-03T14:59:59.997Z, 2026-03-03T14:59:58.998Z",
  })
  void findsTheLastStep(Instant instant, Instant last) {
    ScrapeSteps steps =
        new ScrapeSteps(Duration.ofSeconds(1), Instant.parse("2026-03-03T14:59:59.998Z"));

    assertThat(steps.lastUpTo(instant)).isEqualTo(last);
  }
}
