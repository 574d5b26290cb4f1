package io.firedrill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {

  @Test
  void showsFieldsThatPeopleRead() {
    Message message =
        Message.of(
            "",
            "",
            Map.ofEntries(
                Map.entry("dedup_key", "1f"),
                Map.entry("ts", "1772438430.253651"),
                Map.entry("headers.References", "<alert-1f@alertmanager>"),
                Map.entry("headers.X-Priority", "1"),
                Map.entry("client_url", "http://alertmanager.invalid"),
                Map.entry("custom_details.firing", "Labels: ..."),
                Map.entry("custom_details.firing.0.labels.team", "data"),
                Map.entry("custom_details.num_firing", "1"),
                Map.entry("details.0.startsAt", "2026-03-02T08:15:00Z"),
                Map.entry("mrkdwn_in.0", "text"),
                Map.entry("custom_details.runbook", "https://example.com"),
                Map.entry("severity", "critical")));

    assertThat(message.shownFields())
        .containsOnlyKeys("custom_details.runbook", "headers.X-Priority", "severity");
  }
}
