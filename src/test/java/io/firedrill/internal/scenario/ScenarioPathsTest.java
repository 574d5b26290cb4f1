package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioPathsTest {

  @TempDir private Path directory;

  @Test
  void omitRuleFilesAndRoutesOfADirectory() throws IOException {
    write("rules.yml", "groups: []");
    write("manifest.yaml", "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule");
    write("routes.yml", "route: {receiver: nobody}");
    write("notes.txt", "tests: []");
    Path scenario = write("scenario.yml", "tests: []");

    assertThat(ScenarioPaths.at(directory)).containsExactly(scenario);
  }

  @Test
  void includeInvalidFilesSoThatErrorsAreReported() throws IOException {
    Path both = write("both.yml", "tests: []\ngroups: []");
    Path misspelt = write("misspelt.yml", "test: []");
    Path noYaml = write("no-yaml.yml", "tests: [");

    assertThat(ScenarioPaths.at(directory)).containsExactly(both, misspelt, noYaml);
  }

  @Test
  void includeAnyNamedFile() throws IOException {
    Path rules = write("rules.yml", "groups: []");

    assertThat(ScenarioPaths.at(rules)).isEqualTo(List.of(rules));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
