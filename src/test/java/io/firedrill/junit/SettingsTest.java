package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.rig.choice.ServerChoice;
import io.firedrill.internal.snapshot.SnapshotMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void areTakenFromParametersThenFromTheEnvironment() {
    Settings settings =
        settings(
            Map.of("firedrill.prometheus", "3.5"),
            Map.of(
                "FIREDRILL_PROMETHEUS",
                "2.42",
                "FIREDRILL_OUTPUT",
                "here",
                "FIREDRILL_TIMEOUT",
                "2m"));

    assertThat(settings.servers(ServerChoice.open())).isEqualTo(choice("3.5", ""));
    assertThat(settings.output()).isEqualTo(Path.of("here"));
    assertThat(settings.timeout()).contains(Duration.ofMinutes(2));
  }

  @Test
  void areOverriddenByTheTest() {
    Settings settings =
        settings(Map.of("firedrill.prometheus", "3.5", "firedrill.alertmanager", "0.33"), Map.of());

    assertThat(settings.servers(choice("", "0.28"))).isEqualTo(choice("3.5", "0.28"));
    assertThat(settings.servers(choice("2.42", "")))
        .as("an Alertmanager that was set for another Prometheus")
        .isEqualTo(choice("2.42", ""));
  }

  @Test
  void haveDefaults() {
    Settings settings = settings(Map.of("firedrill.prometheus", " "), Map.of());

    assertThat(settings.servers(ServerChoice.open())).isEqualTo(ServerChoice.open());
    assertThat(settings.mostRigs()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(settings.output()).isEqualTo(Path.of("target/firedrill"));
    assertThat(settings.timeout()).isEmpty();
  }

  @Test
  void setTheTrust() {
    assertThat(settings(Map.of(), Map.of()).trust().isFull()).isTrue();
    assertThat(settings(Map.of("firedrill.untrusted", "false"), Map.of()).trust().isFull())
        .isTrue();
    assertThat(settings(Map.of(), Map.of("FIREDRILL_UNTRUSTED", "true")).trust().isFull())
        .isFalse();
    assertThatThrownBy(() -> settings(Map.of("firedrill.untrusted", "yes"), Map.of()).trust())
        .hasMessage("firedrill.untrusted must be true or false, not \"yes\"");
  }

  @Test
  void refuseInvalidValues() {
    assertThatThrownBy(
            () ->
                Settings.requireKnown(Set.of("java.home", "firedrill.rig.max", "firedrill.output")))
        .hasMessage("there is no setting firedrill.rig.max: did you mean \"firedrill.rigs.max\"?");
    assertThatThrownBy(() -> Settings.requireKnown(Set.of("firedrill.colour")))
        .hasMessageStartingWith("there is no setting firedrill.colour: there are firedrill.");
    assertThatThrownBy(() -> settings(Map.of("firedrill.rigs.max", "many"), Map.of()).mostRigs())
        .hasMessage("firedrill.rigs.max must be a number from 1 to 999, not \"many\"");
    assertThatThrownBy(() -> settings(Map.of("firedrill.timeout", "90"), Map.of()).timeout())
        .hasMessage("firedrill.timeout must be a duration such as 30s or 2m, not \"90\"");
  }

  @Test
  void updateSnapshotsForOneRunOnly() {
    assertThat(settings(Map.of(), Map.of()).snapshots()).isEqualTo(SnapshotMode.COMPARE);
    assertThatThrownBy(
            () -> settings(Map.of("firedrill.snapshots", "update"), Map.of()).snapshots())
        .hasMessage(
            "firedrill.snapshots is for one run: set the system property,"
                + " -Dfiredrill.snapshots=update");
  }

  private static ServerChoice choice(String prometheus, String alertmanager) {
    return new ServerChoice(Optional.empty(), prometheus, alertmanager);
  }

  private static Settings settings(Map<String, String> parameters, Map<String, String> variables) {
    return new Settings(key -> Optional.ofNullable(parameters.get(key)), variables);
  }
}
