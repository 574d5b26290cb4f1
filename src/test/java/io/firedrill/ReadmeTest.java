package io.firedrill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README quotes is what there is. */
class ReadmeTest {

  private static final Path SCENARIO = Path.of("test-scenarios/failed-ingestion.yml");

  @Test
  void quotesAScenarioThatRuns() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains("```yaml\n" + Files.readString(SCENARIO) + "```");
  }
}
