package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;

import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.scenario.PromqlExpectation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultUnusableTest {

  @Test
  void aRangeVector() {
    assertText(
        check("up[5m]", new QueryResult.Matrix(List.of())),
        """
        drill.yaml:21:9: up[5m]: expected an instant vector or a scalar, found a range vector
        """);
  }

  @Test
  void aString() {
    assertText(
        check("'up'", new QueryResult.Text(Instant.EPOCH, "up")),
        """
        drill.yaml:21:9: 'up': expected an instant vector or a scalar, found a string
        """);
  }

  private static Optional<Failure> check(String expr, QueryResult result) {
    PromqlExpectation expectation =
        new PromqlExpectation(
            expr, Given.duration("5m"), List.of(), Given.at(20, 3), Given.at(21, 9));
    Observed observed = Given.run().query(expectation, new QueryOutcome.Answer(result)).observed();
    return PromqlCheck.check(expectation, SampleComparison.EXACT, observed);
  }
}
