package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.rig.container.TestImages;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scenarios of {@code test-scenarios} pass. Their expected times are derived from the
 * documentation of the servers.
 */
class OwnScenariosTest {

  @TempDir private Path directory;

  @Test
  void otherScenariosPassOnTheNewestServers() throws IOException {
    onlyWhereSameTimelinesTestDoesNot();
    List<String> arguments = new ArrayList<>(List.of("--jobs", "auto"));
    try (Stream<Path> paths = Files.list(Path.of("test-scenarios"))) {
      paths
          .filter(path -> Files.isDirectory(path) || path.toString().endsWith(".yml"))
          .filter(path -> !path.endsWith("ml"))
          .forEach(path -> arguments.add(path.toString()));
    }

    Run run = Cli.in(directory).test(arguments.toArray(String[]::new));

    assertThat(run.status()).as(run.toString()).isEqualTo(0);
  }

  @Test
  void mlPipelineScenariosCoverEverythingOnTheNewestServers() {
    onlyWhereSameTimelinesTestDoesNot();
    Run run =
        Cli.in(directory).test("test-scenarios/ml", "--jobs", "auto", "--min-coverage", "100");

    assertThat(run.status()).as(run.toString()).isEqualTo(0);
  }

  @Test
  void mlPipelineScenariosCoverEverythingOnTheOldestServers() {
    Cli cli = Cli.with(directory, (request, progress) -> new SharedRigs(TestPairs.rigs("2.42")));

    Run run = cli.test("test-scenarios/ml", "--jobs", "auto", "--min-coverage", "100");

    assertThat(run.status()).as(run.toString()).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.42", "2.53.3"})
  void ofAlertmanagerPassUponOlderOnes(String version) {
    onlyWhereSameTimelinesTestDoesNot();
    Cli cli = Cli.with(directory, (request, progress) -> new SharedRigs(TestPairs.rigs(version)));

    Run run = cli.test("test-scenarios/alertmanager", "--jobs", "auto");

    assertThat(run.status()).as(run.toString()).isEqualTo(0);
  }

  private static void onlyWhereSameTimelinesTestDoesNot() {
    assumeFalse(TestImages.haveEngine(), "SameTimelinesTest runs these, in containers and out");
  }
}
