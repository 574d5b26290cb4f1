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

/** What arrives at VictorOps, by its documentation, "REST endpoint integration guide". */
class VictorOpsTest {

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
            victorops_configs:
            - api_key: SECRET
              routing_key: team/{{ .GroupLabels.alertname }}
              message_type: WARNING
              entity_display_name: '{{ .CommonLabels.queue }}'
              state_message: '{{ .CommonAnnotations.summary }}'
              monitoring_tool: Alertmanager
              custom_fields: {room: '{{ .Status }}'}
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
      assertThat(message.text()).isEqualTo("100 % + \u00e9");
      String id = message.fields().get("entity_id");
      assertThat(id).matches("[0-9a-f]{64}");
      assertThat(message.fields())
          .isEqualTo(
              Map.of(
                  "message_type", "WARNING",
                  "entity_id", id,
                  "monitoring_tool", "Alertmanager",
                  "routing_key", "team/QueueFull",
                  "room", "firing"));
      assertThat(resolved.message().orElseThrow().fields())
          .containsEntry("message_type", "RECOVERY")
          .containsEntry("entity_id", id);
    }
  }

  @ReceiverTest
  void aKeyInTheGlobalSection(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            victorops_configs: [{routing_key: data}]
            global: {victorops_api_key: SECRET, victorops_api_url: "https://example.org/x"}
            """)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));

      assertThat(drill.notifications()).extracting(Notification::status).containsExactly("firing");
    }
  }
}
