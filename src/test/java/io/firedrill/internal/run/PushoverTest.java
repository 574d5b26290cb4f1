package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.capture.AnswerPolicy.Answer;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;

class PushoverTest {

  @TempDir private Path directory;

  @ReceiverTest
  void truncatedTexts(String prometheus) {
    Message message =
        ReceiverDrill.message(
            prometheus,
            directory,
            "pushover_configs: [{token: a, user_key: b, title: '%s', message: '%s'}]"
                .formatted("t".repeat(251), "m".repeat(1025)));

    assertThat(message.title()).isEqualTo("t".repeat(249) + "\u2026");
    assertThat(message.text()).isEqualTo("m".repeat(1023) + "\u2026");
  }

  @ReceiverTest
  void aSlowAnswerIsWaitedFor(String prometheus) {
    Answer.Late late =
        new Answer.Late(ReceiverDrill.START.plus(Duration.ofSeconds(50)), new AtomicBoolean());
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            pushover_configs:
            - {token: SECRET, user_key: SECRET}
            """,
            delivery -> late)) {
      drill.fires(ReceiverDrill.LABELS, Map.of()).until(Duration.ofSeconds(49));
      assertThat(drill.notifications()).as(drill.log()).isEmpty();
      drill.until(Duration.ofMinutes(1));
      assertThat(drill.notifications())
          .as(drill.log())
          .extracting(Notification::time)
          .containsExactly(ReceiverDrill.START.plus(Duration.ofSeconds(30)));
      assertThat(drill.attempts()).isEmpty();
    }
  }
}
