package io.firedrill.verdict;

import static io.firedrill.verdict.Given.assertText;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.scenario.PromqlExpectation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryRefusedTest {

  @Test
  void a_parse_error_is_shown_at_its_place() {
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
  void lines_are_those_of_the_expression_and_columns_are_not_bytes() {
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
  void an_error_of_the_evaluation_has_no_place() {
    assertText(
        refuse("up * on() up", "found duplicate series for the match group {}"),
        """
        drill.yaml:21:9: up * on() up at 5m: found duplicate series for the match group {}
          the expression:
            up * on() up
        """);
  }

  @Test
  void a_query_without_an_answer_is_a_mistake_of_the_caller() {
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
