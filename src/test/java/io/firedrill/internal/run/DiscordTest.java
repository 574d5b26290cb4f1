package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discord accepts at most 256, 4096 and 2000 characters in title, description and content. */
class DiscordTest {

  private static final String TWO_LONG_MESSAGES =
      """
      discord_configs:
      - {webhook_url: 'http://x/SECRET', title: '%s', message: '%s'}
      - {webhook_url: 'http://x/SECRET', message: '%s'}
      """
          .formatted("y".repeat(300), "x".repeat(5000), "x".repeat(4090));

  @TempDir private Path directory;

  @NewerReceiverTest
  void aTruncatedMessage(String prometheus) {
    try (ReceiverDrill drill = ReceiverDrill.start(prometheus, directory, TWO_LONG_MESSAGES)) {
      drill.fires(ReceiverDrill.LABELS, Map.of()).until(Duration.ofMinutes(1));

      List<Notification> all = drill.notifications();
      assertThat(all).extracting(Notification::status).containsExactly("firing", "firing");
      assertThat(all).allSatisfy(n -> assertThat(n.alerts()).hasSize(1));
      assertThat(of(all, 0).title()).isEqualTo("y".repeat(255) + "\u2026");
      assertThat(of(all, 0).text()).isEqualTo("x".repeat(4095) + "\u2026");
      assertThat(of(all, 1).text()).isEqualTo("x".repeat(4090));
    }
  }

  private static Message of(List<Notification> all, int index) {
    return all.stream()
        .filter(n -> n.index() == index)
        .findFirst()
        .flatMap(Notification::message)
        .orElseThrow();
  }

  /** Alertmanager 0.25 does not truncate. */
  @Test
  void aMessageThatDiscordRefuses() {
    try (ReceiverDrill drill = ReceiverDrill.start("2.42", directory, TWO_LONG_MESSAGES)) {
      drill.fires(ReceiverDrill.LABELS, Map.of()).until(Duration.ofMinutes(1));

      assertThat(drill.notifications()).extracting(Notification::index).containsExactly(1);
      assertThat(drill.attempts()).extracting(Attempted::failure).containsExactly("HTTP 400");
      assertThat(drill.attempts().get(0).notification().status()).isEqualTo("firing");
      assertThat(drill.log()).contains("unexpected status code 400: ", "50035");
    }
  }
}
