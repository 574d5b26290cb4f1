package io.firedrill.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.capture.AnswerPolicy.Answer;
import io.firedrill.capture.AnswerPolicy.Delivery;
import io.firedrill.model.Notification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureSinkTest {

  private static final String BODY =
      """
      {"status": "firing", "groupLabels": {"a": "b"}, "alerts": []}""";

  private final List<Delivery> asked = new ArrayList<>();
  private Answer answer = new Answer.AsUsual();

  @Test
  void an_answer_that_is_a_failure_makes_it_an_attempt() throws Exception {
    try (CaptureSink sink = start()) {
      answer = new Answer.Status(503);
      assertThat(post(sink, "/r/webhook/2", BODY).statusCode()).isEqualTo(503);
      answer = new Answer.HangUp();
      assertThatThrownBy(() -> post(sink, "/r/webhook/2", BODY)).isInstanceOf(IOException.class);
      answer = new Answer.AsUsual();
      assertThat(post(sink, "/r/webhook/2", BODY).statusCode()).isEqualTo(200);

      assertThat(sink.attempts())
          .extracting(a -> a.failure())
          .containsSubsequence("HTTP 503", "connection closed");
      assertThat(sink.attempts().get(0).notification()).isEqualTo(sink.notifications().get(0));
      assertThat(sink.notifications()).singleElement().extracting(Notification::index).isEqualTo(2);
      assertThat(asked).containsOnly(new Delivery(Instant.EPOCH, "r", "webhook", 2));
      assertThat(sink.problems()).isEmpty();
    }
  }

  @Test
  void says_what_it_cannot_read() throws Exception {
    try (CaptureSink sink = start()) {
      assertThat(post(sink, "/nobody", BODY).statusCode()).isEqualTo(200);
      post(sink, "/r/nothing/0", BODY);
      post(sink, "/r/webhook/0", "<xml/>");

      assertThat(sink.notifications()).isEmpty();
      assertThat(sink.problems())
          .hasSize(3)
          .startsWith(
              "/nobody: no receiver has this address", "/r/nothing/0: no such kind of integration")
          .element(2)
          .asString()
          .startsWith("/r/webhook/0: Unexpected character ('<'");
    }
  }

  @Test
  void a_slack_message_of_another_make_has_an_unknown_subject() throws Exception {
    try (CaptureSink sink = start()) {
      HttpResponse<String> response =
          post(sink, "/~ZGF0YSBvbi1jYWxs/slack/0", "{\"attachments\":[{}]}");

      assertThat(response.body()).isEqualTo("ok");
      Notification notification = sink.notifications().get(0);
      assertThat(notification.receiver()).isEqualTo("data on-call");
      assertThat(notification.status()).isEqualTo(Notification.UNKNOWN);
      assertThat(notification.alerts()).isEmpty();
    }
  }

  private CaptureSink start() {
    return CaptureSink.start(
        () -> Instant.EPOCH,
        delivery -> {
          asked.add(delivery);
          return answer;
        });
  }

  private static HttpResponse<String> post(CaptureSink sink, String path, String body)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + sink.address().getPort() + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build(),
            BodyHandlers.ofString());
  }
}
