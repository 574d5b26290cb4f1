package io.firedrill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README quotes existing scenarios and tests. */
class ReadmeTest {

  private static final Path SCENARIO = Path.of("test-scenarios/failed-ingestion.yml");

  private static final Path TEST =
      Path.of("src/it/consumer/src/test/java/com/example/queues/QueueAlertsTest.java");

  @Test
  void quotesAScenarioThatRuns() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains("```yaml\n" + Files.readString(SCENARIO) + "```");
  }

  @Test
  void quotesATestThatRuns() throws IOException {
    String source = Files.readString(TEST);
    String test = source.substring(source.indexOf("@FiredrillTest"), source.lastIndexOf("}") + 2);

    assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + test + "```");
  }
}
