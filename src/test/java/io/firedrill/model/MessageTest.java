package io.firedrill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {

  @Test
  void showsWhatSaysSomethingToAPerson() {
    Message message =
        Message.of(
            "",
            "",
            Map.of(
                "dedup_key", "1f",
                "client_url", "http://alertmanager.invalid",
                "custom_details.firing", "Labels: ...",
                "custom_details.firing.0.labels.team", "data",
                "custom_details.num_firing", "1",
                "details.0.startsAt", "2026-03-02T08:15:00Z",
                "mrkdwn_in.0", "text",
                "custom_details.runbook", "https://example.com",
                "severity", "critical"));

    assertThat(message.shownFields()).containsOnlyKeys("custom_details.runbook", "severity");
  }
}
