package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.capture.AnswerPolicy.Answer;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** WeChat Work, which requires a token before the message. */
class WeChatTest {

  @TempDir private Path directory;

  @ReceiverTest
  void noTokenForAMinute(String prometheus) {
    Instant soon = ReceiverDrill.START.plusSeconds(60);
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            wechat_configs: [{}]
            global: {wechat_api_secret: SECRET, wechat_api_corp_id: corp}
            """,
            delivery ->
                delivery.time().isBefore(soon) ? new Answer.Status(503) : new Answer.AsUsual())) {
      drill.fires(ReceiverDrill.LABELS, Map.of()).until(Duration.ofMinutes(6));

      assertThat(drill.attempts()).extracting(Attempted::failure).containsExactly("HTTP 503");
      Notification attempt = drill.attempts().get(0).notification();
      assertThat(attempt.status()).isEqualTo("firing");
      assertThat(attempt.groupLabels()).isEqualTo(Labels.of("alertname", "QueueFull"));
      assertThat(attempt.message()).isEmpty();
      assertThat(attempt.request().path()).isEqualTo("/~ZGF0YSBvbi1jYWxs/wechat/0/gettoken");
      assertThat(drill.notifications())
          .singleElement()
          .satisfies(n -> assertThat(n.time()).isAfter(ReceiverDrill.START.plusSeconds(329)));
    }
  }
}
