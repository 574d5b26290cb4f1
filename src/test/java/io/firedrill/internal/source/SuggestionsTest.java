package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  private static final List<String> KEYS =
      List.of("rule_files", "tests", "interval", "input_series");

  @Test
  void findsTheMostSimilarWord() {
    assertThat(Suggestions.nearest("intervall", KEYS)).contains("interval");
    assertThat(Suggestions.nearest("Rule-Files", KEYS)).contains("rule_files");
    assertThat(Suggestions.nearest("tets", KEYS)).contains("tests");
    assertThat(Suggestions.nearest("input_serise", KEYS)).contains("input_series");
  }

  @Test
  void suggestsNothingIfNothingIsSimilar() {
    assertThat(Suggestions.nearest("banana", KEYS)).isEmpty();
    assertThat(Suggestions.nearest("x", KEYS)).isEmpty();
    assertThat(Suggestions.nearest("x".repeat(1_000_000), KEYS)).isEmpty();
  }

  @Test
  void countsSwappedNeighboursOnce() {
    assertThat(Suggestions.distance("tests", "tsets")).isEqualTo(1);
    assertThat(Suggestions.distance("kitten", "sitting")).isEqualTo(3);
  }
}
