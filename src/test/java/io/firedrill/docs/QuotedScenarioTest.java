package io.firedrill.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The documentation of scenario files quotes one that runs. */
class QuotedScenarioTest {

  private static final Path SCENARIO = Path.of("test-scenarios/failed-ingestion.yml");

  @Test
  void isTheFile() throws IOException {
    assertThat(Files.readString(Path.of("docs/scenarios.md")))
        .contains("```yaml\n" + Files.readString(SCENARIO) + "```");
  }
}
