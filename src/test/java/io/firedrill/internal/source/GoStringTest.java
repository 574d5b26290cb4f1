package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoStringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"a b\" | a b",
        "'it''s' | it",
        "`\\n` | \\n",
        "\"\\x41\\102\\u0043\\U00000044\" | ABCD",
        "\"\\u00e9\\xc3\\xa9\" | \u00e9\u00e9",
        "'\\'' | '",
      })
  void resolvesEscapes(String text, String value) {
    assertThat(GoString.read(text, 0).value()).isEqualTo(value);
  }

  @Test
  void endsAfterItsQuote() {
    assertThat(GoString.read("a{b=\"c\"}", 4)).isEqualTo(new GoString.Quoted("c", 7, true));
  }

  @Test
  void detectsBytesThatAreNotUtf8() {
    assertThat(GoString.read("\"a\\xff\"", 0)).isEqualTo(new GoString.Quoted("a\ufffd", 7, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"abc | 0 | 4 | the string that begins here has no closing \"",
        "\"a\\'\" | 2 | 4 | unknown escape sequence \\'",
        "\"a\\ | 2 | 3 | unknown escape sequence \\",
        "\"\\x4\" | 1 | 4 | incomplete escape sequence \\x4",
        "\"\\400\" | 1 | 5 | no such character: \\400",
        "\"\\ud800\" | 1 | 7 | no such character: \\ud800",
      })
  void saysWhereTheMistakeIs(String text, int start, int end, String message) {
    assertThatExceptionOfType(GoString.BadStringException.class)
        .isThrownBy(() -> GoString.read(text, 0))
        .withMessage(message)
        .matches(e -> e.start() == start && e.end() == end);
  }
}
