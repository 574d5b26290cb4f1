package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedReceiverTest {

  @TempDir Path directory;

  @Test
  void requiresARouteToEveryReceiver() {
    String found =
        new LintFiles(directory)
            .write(
                "routes.yml",
                """
                route:
                  receiver: everybody
                  routes: [{routes: [{receiver: deep}]}]
                receivers:
                - name: everybody
                - name: deep
                - name: forgotten
                """)
            .found("route/receiver");

    assertThat(found)
        .isEqualTo(
            """
            routes.yml:7:9: warning: no route leads to receiver "forgotten" [route/receiver]
                7 | - name: forgotten
                  |         ^^^^^^^^^
            """);
  }
}
