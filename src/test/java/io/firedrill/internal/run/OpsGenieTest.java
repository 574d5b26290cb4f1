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

/**
 * What arrives at OpsGenie, by the documentation of its Alert API, "Create alert" and "Close
 * alert".
 */
class OpsGenieTest {

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
            opsgenie_configs:
            - api_key: SECRET
              message: '{{ .CommonLabels.queue }}'
              description: '{{ .CommonAnnotations.summary }}'
              source: prometheus
              details: {team: data}
              responders: [{name: data, type: team}]
              tags: a,b
              note: look
              priority: P2
              entity: broker
              actions: restart
              update_alerts: true
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
      String alias = message.fields().get("alias");
      assertThat(alias).matches("[0-9a-f]{64}");
      assertThat(message.fields())
          .isEqualTo(
              Map.ofEntries(
                  Map.entry("action", "create"),
                  Map.entry("alias", alias),
                  Map.entry("source", "prometheus"),
                  Map.entry("details.alertname", "QueueFull"),
                  Map.entry("details.queue", "<a>; \"b\", c=d!"),
                  Map.entry("details.team", "data"),
                  Map.entry("responders.0.name", "data"),
                  Map.entry("responders.0.type", "team"),
                  Map.entry("tags.0", "a"),
                  Map.entry("tags.1", "b"),
                  Map.entry("note", "look"),
                  Map.entry("priority", "P2"),
                  Map.entry("entity", "broker"),
                  Map.entry("actions.0", "restart")));
      assertThat(resolved.message())
          .contains(
              Message.of(
                  "", "", Map.of("action", "close", "alias", alias, "source", "prometheus")));
    }
  }

  @ReceiverTest
  void aKeyInTheGlobalSectionAndAMessageThatIsCut(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            opsgenie_configs: [{message: '%s'}]
            global: {opsgenie_api_key_file: /run/secrets/SECRET}
            """
                .formatted("x".repeat(131)))) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));

      assertThat(drill.notifications())
          .singleElement()
          .satisfies(n -> assertThat(n.groupLabels().get("alertname")).contains("QueueFull"))
          .extracting(n -> n.message().orElseThrow().title())
          .isEqualTo("x".repeat(129) + "\u2026");
    }
  }
}
