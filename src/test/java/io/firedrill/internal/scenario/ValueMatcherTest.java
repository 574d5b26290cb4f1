package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueMatcherTest {

  @Test
  void textMatchesItself() {
    ValueMatcher matcher = ValueMatcher.parse("a.c");

    assertThat(matcher.matches("a.c")).isTrue();
    assertThat(matcher.matches("abc")).isFalse();
    assertThat(matcher).hasToString("\"a.c\"");
    assertThat(ValueMatcher.parse("say \"x\"\n")).hasToString("\"say \\\"x\\\"\\n\"");
  }

  @Test
  void anExpressionMatchesTheWholeText() {
    ValueMatcher matcher = ValueMatcher.parse("/a.c/");

    assertThat(matcher.matches("abc")).isTrue();
    assertThat(matcher.matches("a\nc")).isTrue();
    assertThat(matcher.matches("xabc")).isFalse();
    assertThat(matcher).hasToString("/a.c/").isEqualTo(ValueMatcher.parse("/a.c/"));
  }

  @Test
  void aLoneSlashIsText() {
    assertThat(ValueMatcher.parse("/").matches("/")).isTrue();
    assertThat(ValueMatcher.parse("/var").matches("/var")).isTrue();
    assertThat(ValueMatcher.parse("//").matches("")).isTrue();
  }
}
