package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What arrives at Slack, by Slack's documentation of incoming webhooks and of legacy secondary
 * attachments ({@code fallback}, {@code color}, {@code title}, {@code text}, {@code fields}).
 */
class SlackTest {

  @TempDir private Path directory;

  @ReceiverTest
  void whatAPersonReadsAndWhatItIsAbout(String prometheus) throws Exception {
    Files.writeString(
        directory.resolve("team.tmpl"), "{{ define \"team.text\" }}{{ .Status }}!{{ end }}");
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            slack_configs:
            - api_url: https://hooks.slack.com/services/T0/B0/SECRET
              channel: '#{{ .GroupLabels.alertname }}'
              send_resolved: true
              username: drill
              title: '{{ .CommonAnnotations.summary }}'
              text: '{{ template "team.text" . }}'
              fallback: none
              callback_id: 'own {{ .Status }}'
              footer: ''
              fields: [{title: Queue, value: '{{ .CommonLabels.queue }}', short: true}]
            templates: [team.tmpl]
            """)) {
      Map<String, String> labels = Map.of("alertname", "QueueFull", "queue", "a=b,c;d!e\u00e9");
      Map<String, String> annotations = Map.of("summary", "Queue \"a\" <is> full & 100 %+");
      drill.fires(labels, annotations).until(Duration.ofMinutes(1));
      drill.ends(labels, annotations).until(Duration.ofMinutes(6));

      List<Notification> notifications = drill.notifications();
      assertThat(notifications).hasSize(2);
      Notification firing = notifications.get(0);
      assertThat(firing.time()).isBetween(at("30s"), at("31s"));
      assertThat(firing.receiver()).isEqualTo("data on-call");
      assertThat(firing.integration()).isEqualTo("slack");
      assertThat(firing.index()).isZero();
      assertThat(firing.status()).isEqualTo("firing");
      assertThat(firing.groupLabels()).isEqualTo(Labels.of("alertname", "QueueFull"));
      assertThat(firing.alerts())
          .containsExactly(
              new NotifiedAlert(
                  "firing", Labels.copyOf(labels), annotations, ReceiverDrill.START, null));
      assertThat(firing.message())
          .contains(
              Message.of(
                  "Queue \"a\" <is> full & 100 %+",
                  "firing!",
                  Map.ofEntries(
                      Map.entry("channel", "#QueueFull"),
                      Map.entry("username", "drill"),
                      Map.entry("fallback", "none"),
                      Map.entry("callback_id", "own firing"),
                      Map.entry("color", "danger"),
                      Map.entry("title_link", titleLink()),
                      Map.entry("fields.0.title", "Queue"),
                      Map.entry("fields.0.value", "a=b,c;d!e\u00e9"),
                      Map.entry("fields.0.short", "true"),
                      Map.entry("mrkdwn_in.0", "fallback"),
                      Map.entry("mrkdwn_in.1", "pretext"),
                      Map.entry("mrkdwn_in.2", "text"))));
      assertThat(firing.request().body())
          .contains("\"callback_id\":\"own firing\"")
          .doesNotContain("u001e", "SECRET");

      Notification resolved = notifications.get(1);
      assertThat(resolved.time()).isBetween(at("5m30s"), at("5m31s"));
      assertThat(resolved.status()).isEqualTo("resolved");
      assertThat(resolved.alerts())
          .containsExactly(
              new NotifiedAlert(
                  "resolved", Labels.copyOf(labels), annotations, ReceiverDrill.START, at("1m")));
      assertThat(resolved.message().orElseThrow().fields()).containsEntry("color", "good");
      assertThat(drill.log()).doesNotContain("SECRET", "level=ERROR", "level=error");
    }
  }

  private static String titleLink() {
    return "http://alertmanager.invalid/#/alerts?receiver=data+on-call";
  }

  private static Instant at(String offset) {
    return ReceiverDrill.START.plus(Duration.parse("PT" + offset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"api_url_file: /run/secrets/slack", "channel: '#a'"})
  void addressesInFilesAndInTheGlobalSection(String setting) {
    String global = setting.startsWith("channel") ? "global: {slack_api_url: http://x/SECRET}" : "";
    try (ReceiverDrill drill =
        ReceiverDrill.start("3.5.3", directory, "slack_configs: [{" + setting + "}]\n" + global)) {
      drill.fires(Map.of("alertname", "A"), Map.of()).until(Duration.ofMinutes(1));

      assertThat(drill.notifications()).extracting(Notification::status).containsExactly("firing");
    }
  }
}
