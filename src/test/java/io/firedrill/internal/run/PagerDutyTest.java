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

/** What arrives at PagerDuty, by the documentation of its Events API v2, "Send an alert event". */
class PagerDutyTest {

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
            pagerduty_configs:
            - routing_key: SECRET
              description: '{{ .CommonLabels.queue }}'
              severity: '{{ if eq .Status "firing" }}critical{{ else }}info{{ end }}'
              client: firedrill
              client_url: http://example.org/
              class: queues
              component: broker
              group: data
              details: {firing: '', resolved: '', num_resolved: '', team: data}
              images: [{src: http://example.org/i.png, alt: graph, href: http://example.org/g}]
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

      Message message = firing.message().orElseThrow();
      assertThat(message.title()).isEqualTo("<a>; \"b\", c=d!");
      assertThat(message.text()).isEmpty();
      String key = message.fields().get("dedup_key");
      assertThat(key).matches("[0-9a-f]{64}");
      assertThat(message.fields())
          .isEqualTo(
              Map.ofEntries(
                  Map.entry("event_action", "trigger"),
                  Map.entry("dedup_key", key),
                  Map.entry("severity", "critical"),
                  Map.entry("source", "firedrill"),
                  Map.entry("client", "firedrill"),
                  Map.entry("client_url", "http://example.org/"),
                  Map.entry("class", "queues"),
                  Map.entry("component", "broker"),
                  Map.entry("group", "data"),
                  Map.entry("custom_details.num_firing", "1"),
                  Map.entry("custom_details.team", "data"),
                  Map.entry("images.0.src", "http://example.org/i.png"),
                  Map.entry("images.0.alt", "graph"),
                  Map.entry("images.0.href", "http://example.org/g")));
      assertThat(resolved.message().orElseThrow().fields())
          .containsEntry("event_action", "resolve")
          .containsEntry("dedup_key", key)
          .containsEntry("severity", "info");
    }
  }

  @ReceiverTest
  void aKeyInAFileAndASummaryThatIsCut(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            pagerduty_configs:
            - routing_key_file: /run/secrets/SECRET
              url: https://events.eu.pagerduty.com/v2/enqueue
              description: '{{ reReplaceAll "." "0123456789" "%s" }}'
            """
                .formatted("x".repeat(103)))) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));

      assertThat(drill.notifications())
          .singleElement()
          .extracting(n -> n.message().orElseThrow().title())
          .asString()
          .hasSize(1024)
          .endsWith("012\u2026");
    }
  }
}
