package io.firedrill.internal.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.receiver.Subject.Group;
import io.firedrill.internal.receiver.Subject.Tag;
import io.firedrill.internal.timeline.CapturedAlert;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {

  /** a="b" grouped; an alert with it that fires, one with c="é" and an annotation that does not. */
  private static final String PLAIN =
      "firing~61-62.~resolved_1000000000_2500000000_63-c3a9._64-65.~firing_-1_" + "_61-62._";

  private static final Group GROUP =
      new Group(
          "firing",
          Labels.of("a", "b"),
          List.of(
              new CapturedAlert(
                  "firing", Labels.of("a", "b"), Map.of(), Instant.EPOCH.minusNanos(1), null),
              new CapturedAlert(
                  "resolved",
                  Labels.of("c", "\u00e9"),
                  Map.of("d", "e"),
                  Instant.EPOCH.plusSeconds(1),
                  Instant.EPOCH.plusMillis(2500))));

  @Test
  void readsTheSubjectOfAMarker() {
    assertThat(Marker.readPlain(PLAIN)).isEqualTo(GROUP);
    assertThat(Marker.readFull("own\u001e" + PLAIN + "\u001e")).isEqualTo(GROUP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "firing", "\u001efiring~~firing_1_", "own\u001efiring~61-62."})
  void aMarkerThatIsCutSaysNothing(String value) {
    assertThat(Marker.readFull(value)).isEqualTo(Subject.UNKNOWN);
  }

  @Test
  void readsTags() {
    assertThat(Marker.readTag("text\u001efiring~12~0123456789abcdef\u001e"))
        .isEqualTo(new Tag("firing~12~0123456789abcdef"));
    assertThat(Marker.readTag("text\u001efiring~12~012\u2026")).isEqualTo(Tag.CUT_OFF);
    assertThat(Marker.readTag("text")).isEqualTo(Tag.CUT_OFF);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\":\"x\\u001ef~1~ab\\u001e\",\"b\":1}', '{\"a\":\"x\",\"b\":1}'",
    "'{\"a\":\"x\\u001ef~1…\",\"b\":1}', '{\"a\":\"x\",\"b\":1}'",
    "'{\"a\":\"\\\"\\u001ef~1\\u001e\\\"\"}', '{\"a\":\"\\\"\\\"\"}'",
    "'{\"a\":\"x\"}', '{\"a\":\"x\"}'",
  })
  void takesMarkersOutOfJsonWholeOrCut(String json, String clean) {
    assertThat(Marker.withoutInJson(json)).isEqualTo(clean);
  }
}
