package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at webhooks, by Alertmanager's documentation, {@code webhook_config}. */
class WebhookTest {

  private static final Map<String, String> LABELS = Map.of("alertname", "A", "queue", "b");

  @TempDir private Path directory;

  @ReceiverTest
  void theDocumentedBody(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(prometheus, directory, "webhook_configs: [{url: 'http://x/SECRET'}]")) {
      drill.fires(LABELS, Map.of("s", "t")).until(Duration.ofMinutes(1));
      drill.ends(LABELS, Map.of("s", "t")).until(Duration.ofMinutes(6));

      assertThat(drill.notifications())
          .extracting(Notification::status)
          .containsExactly("firing", "resolved");
      Notification firing = drill.notifications().get(0);
      assertThat(firing.message()).isEmpty();
      assertThat(firing.groupLabels()).isEqualTo(Labels.of("alertname", "A"));
      assertThat(firing.alerts().get(0).annotations()).isEqualTo(Map.of("s", "t"));
      assertThat(firing.request().body()).contains("\"version\":\"4\"");
    }
  }

  @Test
  void aBodyOfTheUsersOwn() {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            "3.5.3",
            directory,
            "webhook_configs: [{url_file: /run/url, payload: {text: '{{ .Status }}!'}}]")) {
      drill.fires(LABELS, Map.of("s", "t")).until(Duration.ofMinutes(1));

      Notification firing = drill.notifications().get(0);
      assertThat(firing.status()).isEqualTo("firing");
      assertThat(firing.groupLabels()).isEqualTo(Labels.of("alertname", "A"));
      assertThat(firing.alerts().get(0).labels()).isEqualTo(Labels.copyOf(LABELS));
      assertThat(firing.request().body()).isEqualToIgnoringNewLines("{\"text\":\"firing!\"}");
      assertThat(firing.request().path()).endsWith("/webhook/0");
    }
  }

  /** The marker is in an address, a header or a body then. */
  @Test
  void aLargeGroupOfEveryKind() {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            "3.5.3",
            directory,
            """
            webhook_configs: [{url: 'http://x', payload: {}}]
            sns_configs: [{topic_arn: 'arn:aws:sns:eu-west-1:1:t', message: m}]
            opsgenie_configs: [{api_key: a}]
            victorops_configs: [{api_key: a, routing_key: b}]
            pagerduty_configs: [{routing_key: a}]
            pushover_configs: [{token: a, user_key: b}]
            email_configs: [{to: a@b, from: a@b, smarthost: 'a:25'}]
            slack_configs: [{api_url: 'http://x'}]
            telegram_configs: [{bot_token: a, chat_id: 1, parse_mode: '', message: m}]
            """)) {
      for (int i = 0; i < 200; i++) {
        drill.fires(
            Map.of("alertname", "A", "instance", "host-" + i + ".example.org:9100", "job", "node"),
            Map.of("summary", "The disk of host " + i + " will be full within four hours"));
      }
      drill.until(Duration.ofMinutes(1));

      assertThat(drill.notifications())
          .as(drill.log())
          .hasSize(9)
          .allSatisfy(n -> assertThat(n.alerts()).as(n.integration()).hasSize(200));
    }
  }
}
