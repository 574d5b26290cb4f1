package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;

import io.firedrill.model.AlertState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoEvaluationTest {

  @Test
  void betweenTwoEvaluations() {
    assertText(
        check("5m10s", "5m50s"),
        """
        drill.yaml:25:3: Ingestion from 5m10s to 5m50s: there is no evaluation in the window
          the nearest evaluations are at 5m and 6m
        """);
  }

  @Test
  void afterTheLast() {
    assertText(
        check("30m", "30m"),
        """
        drill.yaml:25:3: Ingestion at 30m: there is no evaluation in the window
          the nearest evaluation is at 20m
        """);
  }

  private static Optional<Failure> check(String from, String to) {
    return AlertStateCheck.check(
        StateDiffersTest.expect("Ingestion", "lake", from, to, AlertState.INACTIVE),
        Given.run().observed());
  }
}
