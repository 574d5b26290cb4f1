package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReasonSpansTest {

  private final ReasonSpans spans = new ReasonSpans();

  @Test
  void joinsInstantsWithTheSameReason() {
    add(0, "a");
    add(1, "a");
    add(2, "b");
    add(3, "a");

    assertThat(spans.lines("Down", i -> i.getEpochSecond() + "s"))
        .containsExactly("Down from 0s to 1s: a", "Down at 2s: b", "Down at 3s: a");
  }

  @Test
  void doesNotSayTwiceWhatAFlushDoes() {
    add(0, "it waits; at that flush: silenced");
    add(1, "silenced");
    add(2, "it waits; at that flush: muted");

    assertThat(spans.lines("Down", i -> i.getEpochSecond() + "s"))
        .containsExactly(
            "Down at 0s: it waits",
            "Down at 1s: silenced",
            "Down at 2s: it waits; at that flush: muted");
  }

  @Test
  void cutsManyShort() {
    for (int i = 0; i < 12; i++) {
      add(i, "reason " + i);
    }

    assertThat(spans.lines("Down", i -> i.getEpochSecond() + "s"))
        .hasSize(11)
        .endsWith("and so on, up to at 11s");
  }

  private void add(int second, String reason) {
    spans.add(Instant.ofEpochSecond(second), reason);
  }
}
