package io.firedrill.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTextTest {

  @Test
  void plainNamesAreNotQuoted() {
    Labels labels = Labels.of("__name__", "job:up:sum", "a", "b", "_c", "d");

    assertThat(LabelsText.series(labels)).isEqualTo("job:up:sum{_c=\"d\", a=\"b\"}");
    assertThat(LabelsText.selector(labels)).isEqualTo("job:up:sum{_c=\"d\", a=\"b\"}");
    assertThat(LabelsText.series(Labels.of("__name__", "up"))).isEqualTo("up");
    assertThat(LabelsText.selector(Labels.of("__name__", "up"))).isEqualTo("up");
    assertThat(LabelsText.series(Labels.of("a", "b"))).isEqualTo("{a=\"b\"}");
    assertThat(LabelsText.series(Labels.empty())).isEqualTo("{}");
  }

  @Test
  void otherNamesAreQuoted() {
    assertThat(LabelsText.series(Labels.of("__name__", "a.b"))).isEqualTo("{\"a.b\"}");
    assertThat(LabelsText.series(Labels.of("__name__", "größe", "l.m", "v", "x", "y")))
        .isEqualTo("{\"größe\", \"l.m\"=\"v\", x=\"y\"}");
    assertThat(LabelsText.series(Labels.of("__name__", "up", "a:b", "c", "1", "2")))
        .isEqualTo("up{\"1\"=\"2\", \"a:b\"=\"c\"}");
    assertThat(LabelsText.series(Labels.of("__name__", "a\"} 1\nup{x=\"\\", "y", "\"\n\\")))
        .isEqualTo("{\"a\\\"} 1\\nup{x=\\\"\\\\\", y=\"\\\"\\n\\\\\"}");
  }

  @Test
  void aSelectorQuotesReservedWords() {
    assertThat(LabelsText.selector(Labels.of("__name__", "Inf", "a", "b")))
        .isEqualTo("{__name__=\"Inf\", a=\"b\"}");
    assertThat(LabelsText.series(Labels.of("__name__", "bool"))).isEqualTo("bool");
    assertThat(LabelsText.selector(Labels.of("__name__", "a.b", "c.d", "e")))
        .isEqualTo("{__name__=\"a.b\", \"c.d\"=\"e\"}");
  }

  @Test
  void matchersQuoteNamesToo() {
    assertThat(new LabelMatcher("l.m", LabelMatcher.Operator.MATCHES_NOT, "a\"b"))
        .hasToString("\"l.m\"!~\"a\\\"b\"");
  }
}
