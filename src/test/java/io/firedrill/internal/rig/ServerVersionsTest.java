package io.firedrill.internal.rig;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerVersionsTest {

  @Test
  void warnsAboutServersThatAreNewerThanAnyThatWasTried() {
    assertThat(ServerVersions.warnings("Prometheus 3.5.3+ds1 (packages), Alertmanager 0.34.9 (x)"))
        .isEmpty();
    assertThat(ServerVersions.warnings("Prometheus 3.15.0 (a), Alertmanager 0.35.0 (b)"))
        .containsExactly(
            "warning: Prometheus 3.15.0 is newer than 3.14, the newest that was tried;"
                + " \"firedrill doctor\" checks what it relies on",
            "warning: Alertmanager 0.35.0 is newer than 0.34, the newest that was tried;"
                + " \"firedrill doctor\" checks what it relies on");
    assertThat(ServerVersions.warnings("Prometheus 4.0.0, Alertmanager 0.25")).hasSize(1);
  }

  @Test
  void comparesVersions() {
    assertThat(ServerVersions.isAtLeast("3.14.0+ds1", "3.8")).isTrue();
    assertThat(ServerVersions.isAtLeast("3.5.3", "3.8")).isFalse();
    assertThat(ServerVersions.isAtLeast("2.53.3", "3.8")).isFalse();
    assertThat(ServerVersions.isAtLeast("1.0", "0.33")).isTrue();
  }
}
