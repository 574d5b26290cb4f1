package io.firedrill.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotModeTest {

  @Test
  void comparesByDefault() {
    assertThat(mode("", Map.of())).isEqualTo(SnapshotMode.COMPARE);
    assertThat(mode("update", Map.of("CI", "false"))).isEqualTo(SnapshotMode.UPDATE);
    assertThat(mode("", Map.of("FIREDRILL_SNAPSHOTS", "update"))).isEqualTo(SnapshotMode.UPDATE);
    assertThat(mode("compare", Map.of("FIREDRILL_SNAPSHOTS", "update", "CI", "true")))
        .isEqualTo(SnapshotMode.COMPARE);
  }

  @Test
  void doesNotUpdateInCi() {
    assertThatThrownBy(() -> mode("update", Map.of("CI", "true")))
        .hasMessage(
            "snapshots are not updated in CI, where CI=true: update them on your machine, and"
                + " commit what changed");
  }

  @Test
  void refusesOtherValues() {
    assertThatThrownBy(() -> mode("yes", Map.of()))
        .hasMessage("firedrill.snapshots must be update or compare, not \"yes\"");
  }

  private static SnapshotMode mode(String property, Map<String, String> environment) {
    return SnapshotMode.of(key -> Optional.of(property), environment);
  }
}
