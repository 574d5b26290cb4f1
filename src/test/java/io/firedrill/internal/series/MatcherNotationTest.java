package io.firedrill.internal.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alertmanager's documentation of matchers: {@code docs/configuration.md}, {@code <matcher>}. */
class MatcherNotationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "team=\"data\" | team=\"data\"",
        "team = data | team=\"data\"",
        "`severity=~warning|critical` | `severity=~\"warning|critical\"`",
        "a!=b, c!~\"d.*\" | a!=\"b\" c!~\"d.*\"",
        "{foo = \"bar\", dings != \"bums\", } | foo=\"bar\" dings!=\"bums\"",
        "{quote=\"She said: \\\"Hi, ladies!\\\"\"} | quote=\"She said: \\\"Hi, ladies!\\\"\"",
        "path=\"C:\\\\x\\n\" | path=\"C:\\\\x\\n\"",
        "re=~\"\\d+\" | re=~\"\\\\d+\"",
        "empty=\"\" | empty=\"\"",
        "\"my.label\"=\"x\" | \"my.label\"=\"x\"",
      })
  void reads(String text, String matchers) {
    assertThat(
            MatcherNotation.parse(text).stream()
                .map(Object::toString)
                .collect(Collectors.joining(" ")))
        .isEqualTo(matchers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 0 | expected a label name, found the end",
        "team | 4 | expected \"=\", \"!=\", \"=~\" or \"!~\" after the label name, found the end",
        "=x | 0 | expected a label name, found \"=x\"",
        "a= | 2 | expected a value; write \"\" for an empty one, found the end",
        "a=\"b | 2 | the string that begins here has no closing \"",
        "a=\"b\" c=d | 6 | expected \",\", found \"c=d\"",
        "{a=b | 4 | expected \",\" or \"}\", found the end",
        "{a=b} c | 6 | expected nothing after the matchers, found \"c\"",
        "a=b\"c | 3 | expected no quote within an unquoted value, found \"\"c\"",
        "a=b,,c=d | 4 | expected a label name, found \",\"",
      })
  void refuses(String text, int offset, String message) {
    assertThatThrownBy(() -> MatcherNotation.parse(text))
        .isInstanceOfSatisfying(
            SeriesSyntaxException.class, e -> assertThat(e.offset()).isEqualTo(offset))
        .hasMessage(message);
  }
}
