package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/**
 * Markers of a real Alertmanager, in every place for markers, decode to the same data as the body
 * of a plain webhook.
 */
class MarkerRoundTripTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final String[] INTEGRATIONS = {
    "webhook", "slack", "pagerduty", "opsgenie", "victorops", "sns", "email", "pushover", "telegram"
  };

  @TempDir private Path directory;

  @ReceiverTest
  void keepsEveryCharacter(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            webhook_configs: [{url: 'http://x', send_resolved: true}]
            slack_configs: [{api_url: 'http://x', send_resolved: true}]
            pagerduty_configs: [{routing_key: k}]
            opsgenie_configs: [{api_key: k}]
            victorops_configs: [{api_key: k, routing_key: r}]
            sns_configs: [{topic_arn: 'arn:aws:sns:us-east-2:1:t', sigv4: {region: us-east-2}}]
            email_configs: [{to: a@b.example, from: c@d.example, smarthost: 'x:25', \
              send_resolved: true}]
            pushover_configs: [{token: t, user_key: u}]
            telegram_configs: [{bot_token: t, chat_id: 1}]
            """)) {
      Map<String, String> hostile =
          Map.of(
              "alertname", "A~b_c-d.e",
              "quotes", "'\"`\\ {{ .Status }} {{`x`}} $1 %41 %s",
              "markup", "<b>&amp;</b> *x* _y_ [z](http://z) \u001e~\u001e",
              "lines", "first\r\nsecond\n\ttab\u0000",
              "unicode", "\u00e9 \u4e16 \ud83d\udd25 \u200b");
      drill.fires(hostile, hostile);
      drill.fires(Map.of("alertname", "A~b_c-d.e", "plain", "1"), Map.of());
      drill.until(MINUTE);
      drill.ends(hostile, hostile).ends(Map.of("alertname", "A~b_c-d.e", "plain", "1"), Map.of());
      drill.until(MINUTE.multipliedBy(6));

      List<Notification> notifications = drill.notifications();
      for (String status : List.of("firing", "resolved")) {
        List<Notification> some =
            notifications.stream().filter(n -> n.status().equals(status)).toList();
        assertThat(some)
            .extracting(Notification::integration)
            .containsExactlyInAnyOrder(INTEGRATIONS);
        Notification webhook =
            some.stream().filter(n -> n.integration().equals("webhook")).findFirst().orElseThrow();
        assertThat(webhook.alerts()).hasSize(2);
        assertThat(some)
            .allSatisfy(
                n -> {
                  assertThat(n.groupLabels()).isEqualTo(webhook.groupLabels());
                  assertThat(n.alerts()).isEqualTo(webhook.alerts());
                });
      }
    }
  }
}
