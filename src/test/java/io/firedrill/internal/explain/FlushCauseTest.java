package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.explain.FlushCause.Remembered;
import io.firedrill.internal.explain.FlushCause.Resolved;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cases of {@code needsUpdate} in Alertmanager's {@code notify} package. */
class FlushCauseTest {

  private static final Labels A = Labels.of("alertname", "A");
  private static final Labels B = Labels.of("alertname", "B");
  private static final Set<Labels> NONE = Set.of();

  @Test
  void nothingWasSentBefore() {
    assertThat(cause(null, Set.of(A), NONE)).isEqualTo(FlushCause.FIRST_NOTIFICATION);
    assertThat(cause(null, NONE, Set.of(A))).isEqualTo(FlushCause.NOTHING);
  }

  @Test
  void alertsAreNew() {
    assertThat(cause(sent(Set.of(A), NONE), Set.of(A, B), NONE))
        .isEqualTo(FlushCause.NEW_ALERTS_IN_GROUP);
    assertThat(cause(sent(NONE, Set.of(A)), Set.of(A), NONE))
        .isEqualTo(FlushCause.FIRST_NOTIFICATION);
  }

  @Test
  void alertsHaveResolved() {
    assertThat(cause(sent(Set.of(A, B), NONE), Set.of(A), Set.of(B)))
        .isEqualTo(FlushCause.NEW_RESOLVED_ALERTS);
    assertThat(cause(sent(Set.of(A), Set.of(B)), Set.of(A), Set.of(B)))
        .isEqualTo(FlushCause.NOTHING);
    assertThat(cause(sent(Set.of(A), NONE), NONE, Set.of(A)))
        .isEqualTo(FlushCause.ALL_ALERTS_RESOLVED);
    assertThat(cause(sent(NONE, Set.of(A)), NONE, Set.of(A))).isEqualTo(FlushCause.NOTHING);
  }

  @Test
  void resolvedAlertsThatAreNotSentAreNoCause() {
    assertThat(
            FlushCause.of(
                Optional.of(sent(Set.of(A, B), NONE)),
                Set.of(A),
                Set.of(B),
                Resolved.NOT_SENT,
                at(60),
                Duration.ofHours(1)))
        .isEqualTo(FlushCause.NOTHING);
  }

  @Test
  void repeatsOnlyWhatIsOlderThanTheInterval() {
    assertThat(cause(sent(Set.of(A), NONE), Set.of(A), NONE, 3600)).isEqualTo(FlushCause.NOTHING);
    assertThat(cause(sent(Set.of(A), NONE), Set.of(A), NONE, 3601))
        .isEqualTo(FlushCause.REPEAT_INTERVAL_ELAPSED);
  }

  @Test
  void readsAlertmanagersNames() {
    assertThat(FlushCause.recorded("NEW_RESOLVED_ALERTS")).contains(FlushCause.NEW_RESOLVED_ALERTS);
    assertThat(FlushCause.recorded("UNSPECIFIED")).isEmpty();
  }

  private static FlushCause cause(Remembered last, Set<Labels> firing, Set<Labels> resolved) {
    return cause(last, firing, resolved, 60);
  }

  private static FlushCause cause(
      Remembered last, Set<Labels> firing, Set<Labels> resolved, int second) {
    return FlushCause.of(
        Optional.ofNullable(last),
        firing,
        resolved,
        Resolved.SENT,
        at(second),
        Duration.ofHours(1));
  }

  /** At second 0. */
  private static Remembered sent(Set<Labels> firing, Set<Labels> resolved) {
    return new Remembered(at(0), firing, resolved);
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
