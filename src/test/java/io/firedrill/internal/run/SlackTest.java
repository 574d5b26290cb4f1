package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.capture.AnswerPolicy.Answer;
import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTest {

  private static final String UPDATING =
      """
      slack_configs:
      - api_url: https://slack.com/api/chat.postMessage
        http_config: {authorization: {credentials: SECRET}}
        channel: '#{{ .GroupLabels.alertname }}'
        send_resolved: true
        update_message: true
      """;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"api_url_file: /run/secrets/slack", "channel: '#a'"})
  void addressesInFilesAndInTheGlobalSection(String setting) {
    String global = setting.startsWith("channel") ? "global: {slack_api_url: http://x/SECRET}" : "";

    ReceiverDrill.message("3.5.3", directory, "slack_configs: [{" + setting + "}]\n" + global);
  }

  @Test
  void eachGroupUpdatesItsOwnMessage() {
    try (ReceiverDrill drill = ReceiverDrill.start("3.5.3", directory, UPDATING)) {
      List<Map<String, String>> groups =
          List.of(Map.of("alertname", "A"), Map.of("alertname", "B"));
      groups.forEach(labels -> drill.fires(labels, Map.of()));
      drill.until(Duration.ofMinutes(1));
      groups.forEach(labels -> drill.ends(labels, Map.of()));
      drill.until(Duration.ofMinutes(6));

      assertThat(drill.notifications())
          .extracting(SlackTest::summary)
          .containsExactlyInAnyOrder(
              "firing #A null", "firing #B null", "resolved #A update", "resolved #B update");
      assertThat(drill.notifications())
          .extracting(n -> n.message().orElseThrow().fields().get("ts"))
          .filteredOn(ts -> ts != null)
          .doesNotHaveDuplicates();
      assertThat(drill.log()).doesNotContain("SECRET", "level=ERROR");
    }
  }

  private static String summary(Notification notification) {
    Map<String, String> fields = notification.message().orElseThrow().fields();
    return notification.status() + " " + fields.get("channel") + " " + fields.get("action");
  }

  /** There is no message to update. */
  @Test
  void aMessageThatWasNeverPostedIsNotUpdated() {
    Instant soon = ReceiverDrill.START.plusSeconds(330);
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            "3.5.3",
            directory,
            UPDATING,
            delivery ->
                delivery.time().isBefore(soon) ? new Answer.Status(400) : new Answer.AsUsual())) {
      drill.fires(Map.of("alertname", "A"), Map.of()).until(Duration.ofMinutes(6));

      assertThat(drill.attempts()).hasSize(1);
      assertThat(drill.notifications())
          .extracting(SlackTest::summary)
          .containsExactly("firing #A null");
    }
  }
}
