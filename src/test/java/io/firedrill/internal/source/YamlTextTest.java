package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5m | 5m",
        "true | true",
        "-0.5 | -0.5",
        "~ | ~",
        "+.inf | +.inf",
        "'5' | \"5\"",
        "\"yes\" | \"yes\"",
        "a b | \"a b\"",
        "a:b | \"a:b\"",
        "up == 0 | \"up == 0\"",
        "'\"\\' | \"\\\"\\\\\"",
        "'' | \"\"",
        "- | [null]",
        "é | \"é\"",
        "\"\\U0001F525\\u2028\\x01\\ufeff\" | \"🔥\\u2028\\u0001\\ufeff\"",
        "\"\\t\\r\\n\" | \"\\t\\r\\n\"",
      })
  void writesScalarsAsTheyWereMeant(String yaml, String written) {
    assertThat(YamlText.of(parse(yaml))).isEqualTo(written);
  }

  @Test
  void writesTreesOnOneLine() {
    YamlNode node =
        parse(
            """
            # a comment
            groups:
            - name: a
              interval:
              rules:
              - expr: |
                  up
                  == 0
                "for": 5m
            empty: {}
            none: []
            """);

    assertThat(YamlText.of(node))
        .isEqualTo(
            "{groups: [{name: a, interval: null, rules: [{expr: \"up\\n== 0\\n\", \"for\": 5m}]}],"
                + " empty: {}, none: []}");
  }

  @Test
  void marksLongKeys() {
    String key = "k".repeat(2_000);
    YamlMapping mapping = new YamlMapping(position(), List.of());

    String written = YamlText.of(mapping.with(key, YamlScalar.plain("1")));

    assertThat(written).isEqualTo("{? \"" + key + "\": 1}");
    assertThat(((YamlMapping) parse(written)).get(key)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"-", "---", "...", "~a", "*", "&a", "!", "|", "a#", "{", "a{b}", "','"})
  void quotesWhatPlainWouldMeanSomethingElse(String text) {
    assertThat(YamlText.of(YamlScalar.plain(text))).isEqualTo("\"" + text + "\"");
  }

  @Test
  void editsWithoutMutating() {
    YamlMapping mapping = (YamlMapping) parse("{a: 1, b: 2}");

    YamlMapping edited = mapping.with("a", YamlScalar.quoted("x")).with("c", YamlScalar.plain("3"));

    assertThat(YamlText.of(edited.without("b"))).isEqualTo("{a: \"x\", \"c\": 3}");
    assertThat(YamlText.of(mapping)).isEqualTo("{a: 1, b: 2}");
    assertThat(edited.get("a").orElseThrow().position()).hasToString(":1:1");
    assertThat(edited.key("a"))
        .hasValueSatisfying(k -> assertThat(k.position()).hasToString("f:1:2"));
  }

  private static Position position() {
    return new Position(Path.of("f"), 1, 1);
  }

  private static YamlNode parse(String yaml) {
    return YamlSource.parse(Path.of("f"), yaml).documents().get(0);
  }
}
