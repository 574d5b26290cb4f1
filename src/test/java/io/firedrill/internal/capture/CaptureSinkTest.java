package io.firedrill.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.capture.AnswerPolicy.Answer;
import io.firedrill.internal.capture.AnswerPolicy.Delivery;
import io.firedrill.internal.relay.HttpAnswer;
import io.firedrill.internal.relay.HttpRequest;
import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.model.Notification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CaptureSinkTest {

  private static final String BODY =
      """
      {"status": "firing", "groupLabels": {"a": "b"}, "alerts": []}""";

  private final List<Delivery> asked = new ArrayList<>();
  private Answer answer = new Answer.AsUsual();
  private final CaptureSink sink =
      new CaptureSink(
          () -> Instant.EPOCH,
          delivery -> {
            asked.add(delivery);
            return answer;
          });

  @Test
  void aFailureIsAnAttempt() {
    answer = new Answer.Status(503);
    assertThat(response("/r/webhook/2", BODY).status()).isEqualTo(503);
    answer = new Answer.HangUp();
    assertThat(post("/r/webhook/2", BODY)).isEqualTo(new HttpAnswer.HangUp());
    answer = new Answer.Never();
    assertThat(post("/r/webhook/2", BODY)).isEqualTo(new HttpAnswer.Never());
    answer = new Answer.AsUsual();
    assertThat(response("/r/webhook/2", BODY).status()).isEqualTo(200);

    assertThat(sink.attempts())
        .extracting(a -> a.failure())
        .containsExactly("HTTP 503", "connection closed", "no answer");
    assertThat(sink.attempts().get(0).notification()).isEqualTo(sink.notifications().get(0));
    assertThat(sink.notifications()).singleElement().extracting(Notification::index).isEqualTo(2);
    assertThat(asked).containsOnly(new Delivery(Instant.EPOCH, "r", "webhook", 2));
    assertThat(sink.problems()).isEmpty();
  }

  @Test
  void aLateAnswerIsAnAttemptUntilItIsSent() {
    Instant later = Instant.EPOCH.plusSeconds(7);
    answer = new Answer.Late(later, new AtomicBoolean());
    HttpAnswer.At late = (HttpAnswer.At) post("/r/webhook/0", BODY);

    assertThat(late.time()).isEqualTo(later);
    assertThat(late.response().status()).isEqualTo(200);
    assertThat(sink.notifications()).isEmpty();
    assertThat(sink.attempts()).singleElement().extracting(a -> a.failure()).isEqualTo("no answer");

    late.sent().run();
    assertThat(sink.notifications()).hasSize(1);
    assertThat(sink.attempts()).isEmpty();
  }

  @Test
  void reportsUndecodableRequests() {
    assertThat(response("/nobody", BODY).status()).isEqualTo(200);
    post("/r/nothing/0", BODY);
    post("/r/webhook/0", "<xml/>");

    assertThat(sink.notifications()).isEmpty();
    assertThat(sink.problems())
        .hasSize(3)
        .startsWith(
            "/nobody: no receiver has this address", "/r/nothing/0: no such kind of integration")
        .element(2)
        .asString()
        .startsWith("/r/webhook/0: Unexpected character ('<'");
  }

  @Test
  void aSlackMessageOfAnotherClientHasAnUnknownSubject() {
    HttpResponse response = response("/~ZGF0YSBvbi1jYWxs/slack/0", "{\"attachments\":[{}]}");

    assertThat(response.text()).isEqualTo("ok");
    Notification notification = sink.notifications().get(0);
    assertThat(notification.receiver()).isEqualTo("data on-call");
    assertThat(notification.status()).isEqualTo(Notification.UNKNOWN);
    assertThat(notification.alerts()).isEmpty();
  }

  private HttpResponse response(String path, String body) {
    return ((HttpAnswer.Now) post(path, body)).response();
  }

  private HttpAnswer post(String path, String body) {
    return sink.answer(
        new HttpRequest("POST", "", path, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
  }
}
