package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What arrives at incident.io, by its documentation of Alertmanager alert events: the group with
 * its labels and alerts, {@code groupKey} and {@code truncatedAlerts}. Alertmanager 0.33 has it,
 * 0.28 has not.
 */
class IncidentIoTest {

  @TempDir private Path directory;

  @Test
  void whatItIsAbout() {
    FiringAndResolved sent =
        FiringAndResolved.of(
            "3.5.3",
            directory,
            """
            incidentio_configs:
            - url: https://api.incident.io/v2/alert_events/alertmanager/SECRET
              alert_source_token: SECRET
            """);

    assertThat(sent.whileFiring().title()).isEmpty();
    assertThat(sent.whileFiring().text()).isEmpty();
    assertThat(sent.whileFiring().fields())
        .containsEntry("version", "1")
        .containsEntry("groupKey", "{}:{alertname=\"QueueFull\"}")
        .containsEntry("truncatedAlerts", "0")
        .containsEntry("receiver", "data on-call")
        .containsEntry("groupLabels.alertname", "QueueFull")
        .containsEntry("commonLabels.queue", FiringAndResolved.QUEUE)
        .containsEntry("commonAnnotations.summary", FiringAndResolved.SUMMARY);
  }

  @Test
  void settingsInFilesAndAlertsThatAreLeftOut() {
    String receiver =
        """
        incidentio_configs:
        - {url_file: /run/SECRET, alert_source_token_file: /run/SECRET, max_alerts: 1}
        """;
    try (ReceiverDrill drill = ReceiverDrill.start("3.5.3", directory, receiver)) {
      drill.fires(Map.of("alertname", "A", "queue", "a"), Map.of());
      drill.fires(Map.of("alertname", "A", "queue", "b"), Map.of()).until(Duration.ofMinutes(1));

      Notification notification = drill.notifications().get(0);
      assertThat(notification.alerts()).hasSize(1);
      assertThat(notification.message().orElseThrow().fields())
          .containsEntry("truncatedAlerts", "1");
    }
  }

  @Test
  void aTokenBesideAnotherAuthorization() {
    String receiver =
        """
        incidentio_configs:
        - {url: 'http://x', alert_source_token: SECRET, http_config: {authorization: {credentials: a}}}
        """;
    assertThatThrownBy(() -> ReceiverDrill.start("3.5.3", directory, receiver))
        .hasMessageContaining("when using http_config.authorization");
  }
}
