package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.scenario.PromqlExpectation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryRefusedTest {

  @Test
  void aParseErrorIsShownAtItsPlace() {
    assertText(
        refuse("sum(rate(errors[5m])", "invalid parameter \"query\": 1:21: parse error: no end"),
        """
        drill.yaml:21:29: sum(rate(errors[5m]) at 5m: parse error: no end
          the expression:
            sum(rate(errors[5m])
                                ^
        """);
  }

  @Test
  void linesAreThoseOfTheExpressionAndColumnsAreNotBytes() {
    assertText(
        refuse("sum(\n  up{a=\"ä\"} !\n)\n", "1:1: 2:14: parse error: unexpected \"!\""),
        """
        drill.yaml:22:21: sum( up{a="ä"} ! ) at 5m: parse error: unexpected "!"
          the expression:
            sum(
              up{a="ä"} !
                        ^
            )
        """);
  }

  @Test
  void anErrorOfTheEvaluationHasNoPlace() {
    assertText(
        refuse("up * on() up", "found duplicate series for the match group {}"),
        """
        drill.yaml:21:9: up * on() up at 5m: found duplicate series for the match group {}
          the expression:
            up * on() up
        """);
  }

  @Test
  void aQueryWithoutAnAnswerIsAMistakeOfTheCaller() {
    Observed observed = Given.run().observed();

    assertThatThrownBy(() -> PromqlCheck.check(expect("up"), SampleComparison.EXACT, observed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no answer to up");
  }

  private static Optional<Failure> refuse(String expr, String message) {
    PromqlExpectation expectation = expect(expr);
    Observed observed =
        Given.run().query(expectation, new QueryOutcome.Refusal(message)).observed();
    return PromqlCheck.check(expectation, SampleComparison.EXACT, observed);
  }

  private static PromqlExpectation expect(String expr) {
    return new PromqlExpectation(
        expr, Given.duration("5m"), List.of(), Given.at(20, 3), Given.at(21, 9));
  }
}
