package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.relay.HttpAnswer;
import io.firedrill.internal.relay.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DiscoveredTargetsTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration SPREAD = Duration.ofSeconds(15);

  private final DiscoveredTargets targets = new DiscoveredTargets(SPREAD);

  @Test
  void nothingHasChangedBeforeTheFirstAnswer() {
    assertThat(targets.mayHaveChanged(START)).isFalse();
  }

  @Test
  void theFirstAnswerIsAChange() {
    answer("/pods", "[]", START);

    assertThat(targets.mayHaveChanged(START)).isTrue();
    assertThat(targets.mayHaveChanged(START.plus(SPREAD))).isTrue();
    assertThat(targets.mayHaveChanged(START.plus(SPREAD).plusNanos(1))).isFalse();
  }

  @Test
  void theSameAnswerAgainIsNone() {
    answer("/pods", "[]", START);
    answer("/pods", "[]", START.plusSeconds(15));

    assertThat(targets.mayHaveChanged(START.plusSeconds(16))).isFalse();
  }

  @Test
  void anotherAnswerIsAChange() {
    answer("/pods", "[]", START);
    answer("/pods", "[{}]", START.plusSeconds(45));

    assertThat(targets.mayHaveChanged(START.plusSeconds(46))).isTrue();
  }

  @Test
  void eachJobHasItsOwnAnswer() {
    answer("/pods", "[]", START);
    answer("/nodes", "[{}]", START);
    answer("/pods", "[]", START.plusSeconds(45));
    answer("/nodes", "[{}]", START.plusSeconds(45));

    assertThat(targets.mayHaveChanged(START.plusSeconds(46))).isFalse();
  }

  @Test
  void noAnswerIsNoChange() {
    targets.answered("/pods", new HttpAnswer.Never(), START);

    assertThat(targets.mayHaveChanged(START)).isFalse();
  }

  private void answer(String path, String body, Instant time) {
    targets.answered(path, new HttpAnswer.Now(HttpResponse.json(200, body)), time);
  }
}
