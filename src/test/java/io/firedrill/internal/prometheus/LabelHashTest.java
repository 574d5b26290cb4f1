package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelHashTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void separatesNamesAndValues() {
    assertThat(LabelHash.SEPARATED.groupBytes("f", "g"))
        .containsExactly('f', 'i', 'l', 'e', -1, 'f', -1, 'n', 'a', 'm', 'e', -1, 'g', -1);
  }

  @Test
  void prefixesNamesAndValuesWithTheirLength() {
    assertThat(LabelHash.LENGTH_PREFIXED.groupBytes("f", "gg"))
        .containsExactly(4, 'f', 'i', 'l', 'e', 1, 'f', 4, 'n', 'a', 'm', 'e', 2, 'g', 'g');
  }

  @Test
  void refusesTextWhoseLengthBuildsEncodeDifferently() {
    assertThatThrownBy(() -> LabelHash.LENGTH_PREFIXED.groupBytes("f", "g".repeat(128)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("too long to be aligned: 128 bytes");
  }

  @ParameterizedTest
  @EnumSource
  void isDeterminedByAnEvaluation(LabelHash hash) {
    Instant evaluation =
        Instant.parse("2026-03-02T08:00:00Z").plus(hash.evaluationOffset("f", "apart", MINUTE));

    assertThat(LabelHash.observed("f", "apart", MINUTE, evaluation)).contains(hash);
    assertThat(
            LabelHash.observed(
                "f", "apart", MINUTE, Instant.ofEpochMilli(evaluation.toEpochMilli())))
        .contains(hash);
  }

  @Test
  void isNotDeterminedByAnEvaluationThatFitsNeither() {
    Instant before =
        Instant.EPOCH
            .plus(LabelHash.SEPARATED.evaluationOffset("f", "apart", MINUTE))
            .minusSeconds(5);

    assertThat(LabelHash.observed("f", "apart", MINUTE, before)).isEmpty();
  }
}
