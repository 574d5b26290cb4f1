package io.firedrill.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.TestVerdict;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Minutes count from the start; a run lasts 60. */
class EpisodeTest {

  private static final Labels FULL = Labels.of("alertname", "Full");

  private final List<TimelineEvent> events = new ArrayList<>();

  @Test
  void lastsFromFiringToTheEnd() {
    change(1, AlertState.INACTIVE, AlertState.PENDING);
    change(3, AlertState.PENDING, AlertState.FIRING);
    change(10, AlertState.FIRING, AlertState.INACTIVE);
    change(20, AlertState.INACTIVE, AlertState.FIRING);

    assertThat(fired()).containsExactly(new Episode(at(3), at(10)), new Episode(at(20), at(60)));
    assertThat(fired().get(1).length()).isEqualTo(Duration.ofMinutes(40));
  }

  @Test
  void doesNotExistForAPendingAlert() {
    change(1, AlertState.INACTIVE, AlertState.PENDING);
    change(3, AlertState.PENDING, AlertState.INACTIVE);

    assertThat(Episode.of(result())).isEmpty();
  }

  @Test
  void countsAlertsThatFireAgainWithinATime() {
    Episode.Fired fired =
        new Episode.Fired(
            FULL.asMap(),
            List.of(
                new Episode(at(0), at(1)),
                new Episode(at(11), at(12)),
                new Episode(at(23), at(24)),
                new Episode(at(25), at(26))));

    assertThat(fired.again(Duration.ofMinutes(10))).isEqualTo(2);
    assertThat(fired.again(Duration.ofMinutes(11))).isEqualTo(3);
    assertThat(fired.again(Duration.ZERO)).isZero();
  }

  private void change(int minute, AlertState from, AlertState to) {
    events.add(new TimelineEvent.AlertChanged(at(minute), FULL, from, to));
  }

  private List<Episode> fired() {
    return Episode.of(result()).get(FULL.asMap().toString()).episodes();
  }

  private TestResult result() {
    return TestResult.of("replay", 1, TestVerdict.PASSED, new RunTimeline(at(0), at(60), events));
  }

  private static Instant at(int minute) {
    return Instant.parse("2026-03-02T08:00:00Z").plus(Duration.ofMinutes(minute));
  }
}
