package io.firedrill.docs;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages about JUnit quote a project that the build runs. */
class JUnitSnippetsTest {

  private static final Path PROJECT = Path.of("src/it/consumer");
  private static final Path TESTS = PROJECT.resolve("src/test/java/com/example/queues");

  @Test
  void quotesTheFirstTest() throws IOException {
    Snippets.of(
            PROJECT.resolve("rules/queue.rules.yml"),
            PROJECT.resolve("rules/alertmanager.yml"),
            TESTS.resolve("QueueAlertsTest.java"))
        .assertQuotedIn(Path.of("docs/getting-started.md"));
  }

  @Test
  void quotesTheOthers() throws IOException {
    Snippets.of(
            TESTS.resolve("DrillingTest.java"),
            TESTS.resolve("BuiltInCodeTest.java"),
            TESTS.resolve("MorningTest.java"),
            TESTS.resolve("ServersTest.java"),
            TESTS.resolve("ScenariosTest.java"),
            PROJECT.resolve("src/test/resources/junit-platform.properties"))
        .assertQuotedIn(Path.of("docs/junit.md"));
  }
}
