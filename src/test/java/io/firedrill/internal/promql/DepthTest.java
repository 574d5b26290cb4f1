package io.firedrill.internal.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "( | a | )",
        "- | a | ''",
        "abs( | a | )",
        "sum( | a | )",
        "max_over_time(( | a | )[5m:])",
        "'' | a | ' or b'",
        "'' | a | ' ^ b'",
        "'a[' | 5m | '*2]'",
        "( | 'a[5m]' | [5m:]",
      })
  void isLimited(String before, String middle, String after) {
    assertThatThrownBy(() -> Promql.parse(before.repeat(100_000) + middle + after.repeat(100_000)))
        .isInstanceOf(PromqlException.class);
  }

  @Test
  void isContainedInTheMessage() {
    assertThatThrownBy(() -> Promql.parse("(".repeat(200) + "a" + ")".repeat(200)))
        .hasMessage("the expression is nested more than 200 levels deep");
    assertThatThrownBy(() -> Promql.parse("a" + " or a".repeat(500)))
        .hasMessage("the expression is nested more than 500 levels deep");
    assertThatThrownBy(() -> Promql.parse("a[1" + " + 1".repeat(500) + "]"))
        .hasMessage("the expression is nested more than 500 levels deep");
    assertThatThrownBy(() -> Promql.parse("(".repeat(170) + "a" + " + 1 + 1)".repeat(170)))
        .hasMessage("the expression is nested more than 500 levels deep");
  }

  @Test
  void isSufficientForLongChains() {
    assertThat(Promql.parse("a" + " or a".repeat(490)).all()).hasSize(981);
  }

  /** Some threads have little stack. */
  @Test
  void leavesEnoughStackToWalkTheTree() throws Exception {
    String expression = "(".repeat(150) + "-a" + " + 1)".repeat(150);
    FutureTask<Integer> walk =
        new FutureTask<>(
            () -> {
              Expr expr = Promql.parse(expression);
              return expr.toString().length() + Read.of(expr, Duration.ZERO).size();
            });
    Thread thread = new Thread(null, walk, "small stack", 512 * 1024);
    thread.start();

    assertThat(walk.get()).isEqualTo(expression.length() + 1);
  }
}
