package io.firedrill.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.timeline.CapturedNotification;
import io.firedrill.internal.timeline.RawRequest;
import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadPathTest {

  private static final String BODY =
      """
      {"status": "firing", "n": 1.50, "ok": true, "none": null, "empty": {},
       "a.b": {"c": "dotted"}, "a": {"d": "plain"},
       "alerts": [{"labels": {"x": "1"}}, {"labels": {"x": "2"}}]}
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "status | firing",
        "n | 1.5",
        "ok | true",
        "none | null",
        "alerts.1.labels.x | 2",
        "alerts.0 | {\"labels\":{\"x\":\"1\"}}",
        "a.d | plain",
        "a.b.c | dotted",
      })
  void finds(String path, String text) {
    assertThat(find(BODY, path)).isEqualTo(new PayloadPath.Found.Value(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "stats | the body has no \"stats\"; did you mean \"status\"?",
        "alerts.2.labels | \"alerts\" has 2 items, from 0",
        "alerts.x | \"alerts\" has 2 items, from 0",
        "alerts.0.annotations | \"alerts.0\" has no \"annotations\", but labels",
        "empty.x | \"empty\" has no \"x\"",
        "status.x | \"status\" has nothing below it",
        "text | the body has no \"text\", but status, n, ok, none, empty, a.b, a, alerts",
      })
  void saysWhyThereIsNothing(String path, String reason) {
    assertThat(find(BODY, path)).isEqualTo(new PayloadPath.Found.Nothing(reason));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "title | Queue is full",
        "subject | Queue is full",
        "text | 200 jobs",
        "fields.priority | P1",
        "status | firing",
      })
  void findsWhatAPersonReads(String path, String text) {
    assertThat(PayloadPath.find(read(BODY), path)).isEqualTo(new PayloadPath.Found.Value(text));
  }

  @Test
  void saysWhichFieldsThereAre() {
    assertThat(PayloadPath.find(read(""), "fields.priorty"))
        .isEqualTo(
            new PayloadPath.Found.Nothing(
                "the message has no field \"priorty\"; did you mean \"priority\"?"));
    assertThat(PayloadPath.find(read(""), "fields.x"))
        .isEqualTo(
            new PayloadPath.Found.Nothing(
                "the message has no field \"x\", but details.a.b, priority"));
  }

  @Test
  void aBodyThatIsNotJson() {
    assertThat(find("title=x&message=y", "title"))
        .isEqualTo(new PayloadPath.Found.Nothing("the body is not JSON"));
    assertThat(find("", "title")).isEqualTo(new PayloadPath.Found.Nothing("the body is not JSON"));
  }

  private static PayloadPath.Found find(String body, String path) {
    return PayloadPath.find(notification("webhook", Optional.empty(), body), path);
  }

  private static Notification read(String body) {
    Message message =
        Message.of("Queue is full", "200 jobs", Map.of("priority", "P1", "details.a.b", "c"));
    return notification("opsgenie", Optional.of(message), body);
  }

  private static Notification notification(
      String integration, Optional<Message> message, String body) {
    return new CapturedNotification(
        Instant.EPOCH,
        "data-oncall",
        integration,
        0,
        "firing",
        Labels.empty(),
        List.of(),
        message,
        new RawRequest("/", "application/json", body));
  }

  /** A webhook with a body of its own has a message and a body. */
  @Test
  void findsInTheBodyWhatTheMessageDoesNotHave() {
    Given given = Given.run();
    Notification webhook = given.webhook("1m", "firing");
    Notification both =
        new CapturedNotification(
            webhook.time(),
            webhook.receiver(),
            webhook.integration(),
            0,
            webhook.status(),
            webhook.groupLabels(),
            webhook.alerts(),
            Optional.of(Message.of("", "call ONE", Map.of("team", "data"))),
            new RawRequest(
                "/", "", "{\"text\": \"call ONE\", \"team\": \"data\", \"fields\": {\"x\": 1}}"));

    assertThat(PayloadPath.find(both, "text")).isEqualTo(new PayloadPath.Found.Value("call ONE"));
    assertThat(PayloadPath.find(both, "team")).isEqualTo(new PayloadPath.Found.Value("data"));
    assertThat(PayloadPath.find(both, "fields.team"))
        .isEqualTo(new PayloadPath.Found.Value("data"));
    assertThat(PayloadPath.find(both, "fields.x")).isEqualTo(new PayloadPath.Found.Value("1"));
    assertThat(PayloadPath.find(both, "fields.y")).isInstanceOf(PayloadPath.Found.Nothing.class);
  }
}
