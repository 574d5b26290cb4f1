package io.firedrill.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.List;
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
        "text | a webhook has no text",
      })
  void says_why_there_is_nothing(String path, String reason) {
    assertThat(find(BODY, path)).isEqualTo(new PayloadPath.Found.Nothing(reason));
  }

  @Test
  void a_body_that_is_not_json() {
    assertThat(find("title=x&message=y", "title"))
        .isEqualTo(new PayloadPath.Found.Nothing("the body is not JSON"));
    assertThat(find("", "title")).isEqualTo(new PayloadPath.Found.Nothing("the body is not JSON"));
  }

  private static PayloadPath.Found find(String body, String path) {
    return PayloadPath.find(
        new Notification(
            Instant.EPOCH,
            "data-oncall",
            "webhook",
            "firing",
            Labels.empty(),
            List.of(),
            new Notification.Request("/", "application/json", body)),
        path);
  }
}
