package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** incident.io, which Alertmanager 0.33 supports and 0.28 does not. */
class IncidentIoTest {

  @TempDir private Path directory;

  @Test
  void settingsInFilesAndOmittedAlerts() {
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
