package io.firedrill.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page on the pack quotes a scenario that runs. */
class QuotedScenarioTest {

  private static final Path SCENARIO = Path.of("test-scenarios/failed-ingestion.yml");

  @Test
  void isTheFile() throws IOException {
    assertThat(Files.readString(Path.of("docs/ml-pack.md")))
        .contains("```yaml\n" + Files.readString(SCENARIO) + "```");
  }
}
