package io.firedrill.internal.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firedrill.model.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesSelectorTest {

  @Test
  void readsNamesWithAndWithoutBraces() {
    assertThat(SeriesNotation.selector("up")).isEqualTo(Labels.of("__name__", "up"));
    assertThat(SeriesNotation.selector("job:up:sum{}")).hasToString("job:up:sum");
    assertThat(SeriesNotation.selector("{}")).isEqualTo(Labels.empty());
    assertThat(SeriesNotation.selector("")).isEqualTo(Labels.empty());
    assertThat(SeriesNotation.selector("{__name__=\"up\",a='b'}")).hasToString("up{a=\"b\"}");
  }

  @Test
  void blanksAndATrailingCommaDoNotMatter() {
    assertThat(SeriesNotation.selector(" up {\n a = 'b' ,\tc=`d`, } "))
        .isEqualTo(Labels.of("__name__", "up", "a", "b", "c", "d"));
  }

  @Test
  void quotedNamesMayContainAnyCharacter() {
    assertThat(SeriesNotation.selector("{\"my.metric\", \"a.b\"=\"c\"}"))
        .isEqualTo(Labels.of("__name__", "my.metric", "a.b", "c"));
    assertThat(SeriesNotation.selector("{a=\"b\", 'größe'}"))
        .isEqualTo(Labels.of("__name__", "größe", "a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "and",
        "or",
        "unless",
        "by",
        "without",
        "offset",
        "start",
        "end",
        "sum",
        "infinity",
        "stale",
        "on:x",
        "ons",
        "{\"on\"}",
        "{on=\"x\"}",
        "up{bool=\"x\"}"
      })
  void wordsThatPromtoolTakesForNamesAreNames(String text) {
    assertThat(SeriesNotation.selector(text).isEmpty()).isFalse();
  }

  @Test
  void valuesAreQuotedAsInGo() {
    assertThat(value("'say \"hi\"'")).isEqualTo("say \"hi\"");
    assertThat(value("`a\\n\nb`")).isEqualTo("a\\n\nb");
    assertThat(value("\"a\\tb\\n\\\"\\\\ \\a\\v\"")).isEqualTo("a\tb\n\"\\ \u0007\u000b");
    assertThat(value("'it\\'s'")).isEqualTo("it's");
    assertThat(value("\"\\x41\\101\\u00e9\\U0001F600\"")).isEqualTo("AAé😀");
    assertThat(value("\"\\xc3\\xa9 é😀\"")).isEqualTo("é é😀");
  }

  @Test
  void anEmptyValueIsNoLabel() {
    assertThat(SeriesNotation.selector("up{a=\"\"}")).isEqualTo(Labels.of("__name__", "up"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          on                |  0 | 2 | "on" is a reserved word of PromQL; as a metric name it needs quotes
          ~ Bool{a="b"}~    |  1 | 4 | "Bool" is a reserved word of PromQL; as a metric name it needs quotes
          NaN               |  0 | 3 | "NaN" is a reserved word of PromQL; as a metric name it needs quotes
          up{a="b"          |  8 | 1 | expected "," or "}", found the end
          up{a="b           |  5 | 2 | the string that begins here has no closing "
          up{a="b" c="d"}   |  9 | 5 | expected "," or "}", found "c="d""
          up{a=b}           |  5 | 1 | expected a quoted label value, found "b"
          up{a}             |  4 | 1 | expected "=" after the label name, found "}"
          up{a!="b"}        |  4 | 5 | expected "=", since a series has exact labels, found "!="b""
          up{a=~"b"}        |  4 | 5 | expected "=", since a series has exact labels, found "=~"b""
          up{,}             |  3 | 1 | expected a label name or "}", found ","
          up{1a="b"}        |  3 | 6 | expected a label name or "}", found "1a="b""
          up{a="b"} 1       | 10 | 1 | expected nothing after the series, found "1"
          up.time           |  2 | 5 | expected nothing after the series, found ".time"
          1up               |  0 | 3 | expected a metric name or "{", found "1up"
          up{a="1",a="2"}   |  9 | 1 | label "a" is given twice
          up{__name__="x"}  |  3 | 8 | the metric name is given twice
          {"x","y"}         |  5 | 3 | the metric name is given twice
          up{""="b"}        |  3 | 2 | a name cannot be empty
          up{a="\\q"}       |  6 | 2 | unknown escape sequence \\q
          up{a="\\x4"}      |  6 | 3 | incomplete escape sequence \\x4
          up{a="\\400"}     |  6 | 4 | no such character: \\400
          up{a="\\ud800"}   |  6 | 6 | no such character: \\ud800
          up{a="\\xff"}     |  5 | 6 | the string is not valid UTF-8 once its escapes are resolved
          """)
  void explainsMistakes(String text, int offset, int length, String message) {
    SeriesSyntaxException e =
        catchThrowableOfType(SeriesSyntaxException.class, () -> SeriesNotation.selector(text));

    assertThat(e).hasMessage(message);
    assertThat(e.offset()).isEqualTo(offset);
    assertThat(e.length()).isEqualTo(length);
  }

  private static String value(String quoted) {
    return SeriesNotation.selector("m{l=" + quoted + "}").get("l").orElseThrow();
  }
}
