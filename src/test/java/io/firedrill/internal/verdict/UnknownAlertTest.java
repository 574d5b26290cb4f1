package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;

import io.firedrill.model.AlertState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnknownAlertTest {

  @Test
  void aNameLikeAnother() {
    assertText(
        check("Ingestions"),
        """
        drill.yaml:25:3: no alerting rule is named "Ingestions"; did you mean "Ingestion"?
        """);
  }

  @Test
  void aNameLikeNone() {
    assertText(
        check("DiskFull"),
        """
        drill.yaml:25:3: no alerting rule is named "DiskFull"; there are: Ingestion, Latency
        """);
  }

  private static Optional<Failure> check(String name) {
    return AlertStateCheck.check(
        StateDiffersTest.expect(name, "lake", "1m", "1m", AlertState.INACTIVE),
        Given.run().observed());
  }
}
