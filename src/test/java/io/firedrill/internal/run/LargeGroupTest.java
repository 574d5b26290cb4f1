package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeGroupTest {

  @TempDir private Path directory;

  /** Its marker is in an address, a header or a field. */
  @Test
  void arrivesByEveryKindWithAMarkerOutsideOfTheBody() {
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
