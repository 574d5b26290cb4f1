package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at Amazon SNS, by its API reference, "Publish". */
class SnsTest {

  private static final Map<String, String> LABELS =
      Map.of("alertname", "QueueFull", "queue", "<a>; \"b\", c=d!");
  private static final Map<String, String> ANNOTATIONS = Map.of("summary", "100 % + \u00e9");

  @TempDir private Path directory;

  @ReceiverTest
  void whatAPersonReadsAndWhatItIsAbout(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            sns_configs:
            - topic_arn: arn:aws:sns:eu-west-1:123456789012:{{ .GroupLabels.alertname }}
              sigv4: {region: eu-west-1, access_key: SECRET, secret_key: SECRET, \
            role_arn: 'arn:aws:iam::123456789012:role/x'}
              subject: '{{ .CommonLabels.queue }}'
              message: '{{ .CommonAnnotations.summary }}'
              attributes: {team: data, state: '{{ .Status }}'}
            """)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));
      drill.ends(LABELS, ANNOTATIONS).until(Duration.ofMinutes(6));
      List<Notification> notifications = drill.notifications();
      assertThat(notifications)
          .extracting(Notification::status)
          .as(drill.log())
          .containsExactly("firing", "resolved");
      Notification firing = notifications.get(0);
      assertThat(firing.groupLabels()).isEqualTo(Labels.of("alertname", "QueueFull"));
      assertThat(firing.alerts())
          .containsExactly(
              new NotifiedAlert(
                  "firing", Labels.copyOf(LABELS), ANNOTATIONS, ReceiverDrill.START, null));
      Notification resolved = notifications.get(1);
      assertThat(resolved.alerts())
          .containsExactly(
              new NotifiedAlert(
                  "resolved",
                  Labels.copyOf(LABELS),
                  ANNOTATIONS,
                  ReceiverDrill.START,
                  ReceiverDrill.START.plus(Duration.ofMinutes(1))));
      assertThat(firing.request().toString() + resolved.request() + drill.log())
          .doesNotContain("SECRET", "u001e", "%1E", "5175657565");
      assertThat(drill.log()).doesNotContain("level=ERROR", "level=error", "level=warn ");

      assertThat(firing.message())
          .contains(
              Message.of(
                  "<a>; \"b\", c=d!",
                  "100 % + \u00e9",
                  Map.of(
                      "TopicArn", "arn:aws:sns:eu-west-1:123456789012:QueueFull",
                      "attributes.team", "data",
                      "attributes.state", "firing")));
    }
  }

  @ReceiverTest
  void credentialsFromElsewhereAndATextMessageThatIsCut(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            "sns_configs: [{phone_number: '+49', message: '" + "x".repeat(1601) + "'}]")) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));

      Message message = drill.notifications().get(0).message().orElseThrow();
      assertThat(message.text()).isEqualTo("x".repeat(1600));
      assertThat(message.fields())
          .containsEntry("PhoneNumber", "+49")
          .containsEntry("attributes.truncated", "true");
    }
  }
}
