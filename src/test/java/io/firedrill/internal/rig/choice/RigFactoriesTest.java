package io.firedrill.internal.rig.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.container.TestImages;
import io.firedrill.internal.rig.process.ServerPair;
import io.firedrill.internal.rig.process.TestPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which kind of rig is chosen. */
class RigFactoriesTest {

  private final List<String> progress = new ArrayList<>();
  private final RigFactories factories = RigFactories.of(System.getenv(), progress::add);

  @Test
  void runsPathsAsProcesses() {
    ServerPair pair = TestPairs.pair("3.5.3");
    String prometheus = pair.prometheus().executable().toString();
    String alertmanager = pair.alertmanager().executable().toString();

    try (RigFactory rigs =
        factories.choose(new ServerChoice(Optional.empty(), prometheus, alertmanager))) {
      assertThat(rigs.description()).contains("(setting)");
    }
    assertThatThrownBy(
            () ->
                factories.choose(
                    new ServerChoice(Optional.of(Backend.DOCKER), prometheus, alertmanager)))
        .isInstanceOf(RigException.class)
        .hasMessage(prometheus + " is a path, but containers run images");
  }

  @Test
  void runsImagesAndVersionsInContainersIfAnEngineAnswers() {
    TestImages.requireEngine();

    for (Optional<Backend> backend :
        List.of(Optional.<Backend>empty(), Optional.of(Backend.DOCKER))) {
      try (RigFactory rigs = factories.choose(new ServerChoice(backend, "3.5.3", "v0.33.1"))) {
        assertThat(rigs.description())
            .contains("(prom/prometheus:v3.5.3)")
            .contains("(prom/alertmanager:v0.33.1)");
      }
    }
    try (RigFactory rigs =
        factories.choose(
            new ServerChoice(Optional.empty(), TestImages.PROMETHEUS, TestImages.ALERTMANAGER))) {
      assertThat(rigs.description()).contains("(prom/prometheus:v3.5.3)");
    }
    assertThat(progress).isEmpty();
  }

  @Test
  void runsProcessesOnRequest() {
    TestPairs.pair("3.5.3");

    try (RigFactory rigs =
        factories.choose(new ServerChoice(Optional.of(Backend.LOCAL), "3.5.3", ""))) {
      assertThat(rigs.description()).startsWith("Prometheus 3.5.3").doesNotContain("prom/");
    }
  }

  @Test
  void fallsBackToProcessesWithTheReason() {
    TestImages.requireEngine();
    TestPairs.pair("3.5.3");

    // A beginning of a version is enough for packages; there is no such image.
    try (RigFactory rigs = factories.choose(new ServerChoice(Optional.empty(), "3.5", ""))) {
      assertThat(rigs.description()).startsWith("Prometheus 3.5.3").doesNotContain("prom/");
    }
    assertThat(progress)
        .anyMatch(line -> line.startsWith("no container is used: the image prom/prometheus:v3.5 "));
  }
}
