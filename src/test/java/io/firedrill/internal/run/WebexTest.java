package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webex accepts at most 7439 bytes, and requires authorization. */
class WebexTest {

  @TempDir private Path directory;

  @ReceiverTest
  void aTruncatedMessage(String prometheus) {
    String receiver =
        """
        webex_configs:
        - room_id: a
          api_url: https://webex.example.org/SECRET
          http_config: {bearer_token: SECRET}
          message: '%s'
        """
            .formatted("x".repeat(8000));
    try (ReceiverDrill drill = ReceiverDrill.start(prometheus, directory, receiver)) {
      drill.fires(ReceiverDrill.LABELS, Map.of()).until(Duration.ofMinutes(1));

      Notification notification = drill.notifications().get(0);
      assertThat(notification.status()).isEqualTo("firing");
      // The ellipsis has three bytes.
      assertThat(notification.message().map(Message::text)).contains("x".repeat(7436) + "\u2026");
    }
  }

  @Test
  void nothingIsSentWithoutAuthorization() {
    assertThatThrownBy(
            () -> ReceiverDrill.start("3.5.3", directory, "webex_configs: [{room_id: a}]"))
        .hasMessageContaining("missing webex_configs.http_config.authorization");
  }
}
