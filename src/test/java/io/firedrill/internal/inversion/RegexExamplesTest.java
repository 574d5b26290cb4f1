package io.firedrill.internal.inversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.source.GoRegex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexExamplesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a|b|c",
        "5..",
        "node-.*",
        ".+",
        "(?i:abc)",
        "[a-z]{3}-\\d+",
        "https?://.*",
        "[^/]+/[^/]+",
        "(eth|ens)[0-9]+",
        "^x$",
        "a(b(c|d)?)+",
        "v[0-9]*.[0-9]*.*",
        "\\w+@\\w+\\.com",
        "[[:alpha:]]+",
        "",
        "(?:a|)b"
      })
  void match(String regex) {
    assertThat(RegexExamples.of(regex))
        .as(regex)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(text -> GoRegex.compile(regex).matches(text));
  }

  @Test
  void lookLikeWhatIsMeant() {
    assertThat(RegexExamples.of("5..")).first().isEqualTo("500");
    assertThat(RegexExamples.of("node-.*")).first().isEqualTo("node-1");
    assertThat(RegexExamples.of("prometheus|pushgateway"))
        .containsExactly("prometheus", "pushgateway");
  }

  @Test
  void areNoneOfInvalidExpressions() {
    assertThat(RegexExamples.of("a(b")).isEmpty();
    assertThat(RegexExamples.of("[")).isEmpty();
  }
}
