package io.firedrill.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatchingTest {

  @Test
  void anEarlierPairIsReplaced() {
    boolean[][] fits = {{true, true, false}, {true, false, false}, {false, true, true}};

    assertThat(Matching.of(3, 3, (i, j) -> fits[i][j])).containsExactly(1, 0, 2);
  }

  @Test
  void elementsWithoutAMatchAreNotPaired() {
    assertThat(Matching.of(3, 2, (i, j) -> i != 1)).containsExactly(0, -1, 1);
    assertThat(Matching.of(2, 0, (i, j) -> true)).containsExactly(-1, -1);
  }
}
