package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoRegexTest {

  @Test
  void matchesAWholeTextOrAPart() {
    GoRegex regex = GoRegex.compile("(?P<queue>a|b)+");

    assertThat(regex.matches("abba")).isTrue();
    assertThat(regex.matches("abbey")).isFalse();
    assertThat(regex.matchesPartOf("abbey")).isTrue();
    assertThat(regex.matchesPartOf("")).isFalse();
    assertThat(regex).hasToString("(?P<queue>a|b)+");
  }

  /** As in Go, not as in Java. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "( | missing closing )",
        "a(?!b) | invalid or unsupported Perl syntax",
        "(a)\\1 | invalid escape sequence",
        "a{1001} | invalid repeat count",
      })
  void refusesWhatGoDoesNotKnow(String expression, String message) {
    assertThatThrownBy(() -> GoRegex.compile(expression))
        .isInstanceOf(GoRegex.BadRegexException.class)
        .hasMessage(message);
  }
}
