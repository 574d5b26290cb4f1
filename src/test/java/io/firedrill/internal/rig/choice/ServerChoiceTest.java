package io.firedrill.internal.rig.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.rig.Forking;
import io.firedrill.internal.rig.RigException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerChoiceTest {

  @Test
  void readsSettings() {
    Map<String, String> settings =
        Map.of("firedrill.backend", "docker", "firedrill.prometheus", "2.53.3");

    assertThat(ServerChoice.of(name -> Optional.ofNullable(settings.get(name))))
        .isEqualTo(new ServerChoice(Optional.of(Backend.DOCKER), "2.53.3", ""));
  }

  @Test
  void readsTheEnvironment() {
    assertThat(
            ServerChoice.ofEnvironment(
                Map.of("FIREDRILL_BACKEND", "local", "FIREDRILL_ALERTMANAGER", "/opt/am")))
        .isEqualTo(new ServerChoice(Optional.of(Backend.LOCAL), "", "/opt/am"));
    assertThat(ServerChoice.ofEnvironment(Map.of())).isEqualTo(ServerChoice.open());
  }

  @Test
  void refusesAnUnknownBackend() {
    assertThatThrownBy(() -> ServerChoice.ofEnvironment(Map.of("FIREDRILL_BACKEND", "podman")))
        .isInstanceOf(RigException.class)
        .hasMessage("FIREDRILL_BACKEND: expected auto, docker or local, found podman");
    assertThatThrownBy(() -> ServerChoice.of(name -> Optional.of("moon")))
        .hasMessage("firedrill.backend: expected auto, docker or local, found moon");
  }

  @Test
  void readsWhetherRigsAreForked() {
    assertThat(ServerChoice.ofEnvironment(Map.of("FIREDRILL_FORK", "off")).forking())
        .contains(Forking.OFF);
    ServerChoice on =
        ServerChoice.of(name -> Optional.of("on").filter(v -> name.equals("firedrill.fork")));
    assertThat(on.forking()).contains(Forking.ON);
    assertThat(ServerChoice.open().orElse(on).forking()).contains(Forking.ON);
    assertThatThrownBy(() -> ServerChoice.ofEnvironment(Map.of("FIREDRILL_FORK", "maybe")))
        .isInstanceOf(RigException.class)
        .hasMessage("FIREDRILL_FORK: expected on or off, found maybe");
  }

  @Test
  void takesMissingValuesFromTheOther() {
    ServerChoice first = new ServerChoice(Optional.empty(), "3.5.3", "");
    ServerChoice second = new ServerChoice(Optional.of(Backend.LOCAL), "2.42.0", "0.25.0");

    assertThat(first.orElse(second))
        .isEqualTo(new ServerChoice(Optional.of(Backend.LOCAL), "3.5.3", "0.25.0"));
    assertThat(ServerChoice.open().orElse(second)).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ANY",
    "2.53.3, VERSION",
    "v3.5, VERSION",
    "/usr/bin/prometheus, PATH",
    "./prometheus, PATH",
    "src, PATH",
    "prom/prometheus, IMAGE",
    "quay.io/prometheus/prometheus:v3.5.0, IMAGE",
    "prom/prometheus@sha256:00, IMAGE",
  })
  void tellsVersionsPathsAndImagesApart(String wanted, ServerChoiceKind kind) {
    assertThat(ServerChoiceKind.of(wanted)).isEqualTo(kind);
  }
}
