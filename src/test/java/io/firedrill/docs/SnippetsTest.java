package io.firedrill.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetsTest {

  @TempDir private Path directory;

  private Snippets snippets;

  @BeforeEach
  void snippetsOfAFile() throws IOException {
    Path source = directory.resolve("Example.java");
    Files.writeString(
        source,
        """
        class Example {
          // snippet: whole
          void run() {
            // snippet: inner
            start();

            if (ready) {
              stop();
            }
            // end: inner
          }
          // end: whole
        }
        """);
    snippets = Snippets.of(source);
  }

  @Test
  void areDedentedAndCanBeNested() {
    String page =
        """
        <!-- snippet: inner -->
        ```java
        old
        ```
        Text.

        <!-- snippet: whole -->
        ```java
        ```
        """;

    assertThat(snippets.fill(page, new HashSet<>()))
        .isEqualTo(
            """
            <!-- snippet: inner -->
            ```java
            start();

            if (ready) {
              stop();
            }
            ```
            Text.

            <!-- snippet: whole -->
            ```java
            void run() {
              start();

              if (ready) {
                stop();
              }
            }
            ```
            """);
  }

  @Test
  void mustAllBeQuotedAndCoverAllJavaBlocks() throws IOException {
    Path page = directory.resolve("page.md");
    String inner =
        "<!-- snippet: inner -->\n```java\nstart();\n\nif (ready) {\n  stop();\n}\n```\n";
    String whole =
        "<!-- snippet: whole -->\n```java\nvoid run() {\n  start();\n\n  if (ready) {\n"
            + "    stop();\n  }\n}\n```\n";

    Files.writeString(page, inner + whole + "```sh\nls\n```\n");
    assertThatCode(() -> snippets.assertQuotedIn(page)).doesNotThrowAnyException();

    Files.writeString(page, inner);
    assertThatThrownBy(() -> snippets.assertQuotedIn(page)).hasMessageContaining("[\"whole\"]");

    Files.writeString(page, inner.replace("stop", "halt") + whole);
    assertThatThrownBy(() -> snippets.assertQuotedIn(page)).hasMessageContaining("halt();");

    Files.writeString(page, inner + whole + "```java\nnot run\n```\n");
    assertThatThrownBy(() -> snippets.assertQuotedIn(page)).hasMessageContaining("not run");
  }
}
