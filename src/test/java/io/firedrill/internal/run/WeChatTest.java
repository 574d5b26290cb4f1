package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.capture.AnswerPolicy.Answer;
import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/**
 * What arrives at WeChat Work, by its API's documentation of {@code gettoken} and of application
 * messages: {@code touser}, {@code toparty}, {@code totag}, {@code agentid}, {@code msgtype} and
 * {@code safe}, and the content of the type's own object.
 */
class WeChatTest {

  private static final String TWO_TYPES =
      """
      wechat_configs:
      - api_secret: SECRET
        corp_id: corp
        agent_id: '7'
        to_user: '{{ .GroupLabels.alertname }}'
        to_party: '2|3'
        to_tag: duty
        send_resolved: true
        message: '{{ .Status }} {{ .CommonAnnotations.summary }}'
      - api_url: https://wechat.example.org/cgi-bin/
        message_type: markdown
        send_resolved: true
        message: '**{{ .Status }}** {{ .CommonLabels.queue }}'
      global: {wechat_api_secret: SECRET, wechat_api_corp_id: corp}
      """;

  @TempDir private Path directory;

  @ReceiverTest
  void whatAPersonReadsAndWhatItIsAbout(String prometheus) {
    List<FiringAndResolved> sent = FiringAndResolved.ofEach(prometheus, directory, TWO_TYPES, 2);

    Map<String, String> fields =
        Map.of(
            "touser",
            "QueueFull",
            "toparty",
            "2|3",
            "totag",
            "duty",
            "agentid",
            "7",
            "safe",
            "0",
            "msgtype",
            "text");
    assertThat(sent.get(0).whileFiring())
        .isEqualTo(Message.of("", "firing " + FiringAndResolved.SUMMARY, fields));
    assertThat(sent.get(0).onceResolved())
        .isEqualTo(Message.of("", "resolved " + FiringAndResolved.SUMMARY, fields));
    assertThat(sent.get(1).whileFiring())
        .isEqualTo(
            Message.of(
                "",
                "**firing** " + FiringAndResolved.QUEUE,
                Map.of("safe", "0", "msgtype", "markdown")));
  }

  @ReceiverTest
  void noTokenForAMinute(String prometheus) {
    Instant soon = ReceiverDrill.START.plusSeconds(60);
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            "wechat_configs: [{api_secret: SECRET, corp_id: corp}]",
            delivery ->
                delivery.time().isBefore(soon) ? new Answer.Status(503) : new Answer.AsUsual())) {
      drill.fires(FiringAndResolved.LABELS, Map.of()).until(Duration.ofMinutes(6));

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
