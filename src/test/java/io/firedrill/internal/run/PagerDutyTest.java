package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PagerDutyTest {

  @TempDir private Path directory;

  @ReceiverTest
  void aKeyInAFileAndATruncatedSummary(String prometheus) {
    Message message =
        ReceiverDrill.message(
            prometheus,
            directory,
            """
            pagerduty_configs:
            - routing_key_file: /run/secrets/SECRET
              url: https://events.eu.pagerduty.com/v2/enqueue
              description: '{{ reReplaceAll "." "0123456789" "%s" }}'
            """
                .formatted("x".repeat(103)));

    assertThat(message.title()).hasSize(1024).endsWith("012\u2026");
  }
}
