package io.firedrill.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SidesTest {

  @Test
  void areTheDifferencesOfAFailure() {
    String failure =
        """
        team: expected 2 notifications, found 1
          no. 1 differs, expected (-), found (+):
              time    5m
            - status  firing
            + status  resolved
                      ~~~
            - alerts  2
          expected (-), nearest (+):
            + receiver  "x"
          why:
            - a reason
          timeline around 5m:
            5m  webhook team  firing  {}  1 alert""";

    assertThat(Sides.of(failure))
        .contains(
            new Sides(
                """
                time    5m
                status  firing
                alerts  2""",
                """
                time    5m
                status  resolved
                receiver  "x\""""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "team: expected 2 notifications, found 1 | 2 notifications | 1",
        "Full{a=\"b\"}: expected to fire first at 5m, fires first at 11m | to fire first at 5m | fires first at 11m",
        "expected the drill at 1h, it is at 30m | the drill at 1h | it is at 30m",
        "a: expected: b: expected no such notification, one arrived at 5m | no such notification | one arrived at 5m"
      })
  void areInTheFirstLineOfAFailureWithoutDifferences(
      String failure, String expected, String actual) {
    assertThat(Sides.of(failure + "\n  pending and firing:\n    - none"))
        .contains(new Sides(expected, actual));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "team: the drill has not run yet; call runFor or step",
        "team: the drill has not reached 5m, it is at 1m",
        "expected no problems",
        "''"
      })
  void areUnknownForOtherFailures(String failure) {
    assertThat(Sides.of(failure)).isEmpty();
  }
}
