package io.firedrill.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.explain.Dispatching.SentAlert;
import io.firedrill.model.Labels;
import io.firedrill.relay.HttpAnswer;
import io.firedrill.relay.HttpRequest;
import io.firedrill.relay.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertOrderTest {

  private static final String ENDS = "2026-03-02T09:00:00.000Z";

  private final List<SentAlert> heard = new ArrayList<>();
  private final List<HttpRequest> sent = new ArrayList<>();
  private final AlertOrder order =
      new AlertOrder(
          request -> {
            sent.add(request);
            return new HttpAnswer.Now(HttpResponse.of(200));
          },
          heard::addAll);

  @Test
  void sortsByBeginAndThenByLabels() {
    String young = alert("a", "2026-03-02T08:12:00.000Z");
    String b = alert("b", "2026-03-02T08:02:00.000Z");
    String c = alert("c", "2026-03-02T08:02:00.000Z");

    String sent = send("[" + String.join(",", young, c, b) + "]");

    assertThat(sent).isEqualTo("[" + String.join(",", b, c, young) + "]");
    assertThat(heard)
        .contains(
            new SentAlert(
                Labels.of("queue", "a"),
                Instant.parse("2026-03-02T08:12:00Z"),
                Instant.parse(ENDS)))
        .hasSize(3);
  }

  @Test
  void leavesToAlertmanagerWhatItDoesNotUnderstand() {
    for (String body : List.of("", "no JSON", "{}", "[{},{}]")) {
      assertThat(send(body)).isEqualTo(body);
    }
    assertThat(heard).isEmpty();
  }

  private String send(String body) {
    order.answer(new HttpRequest("POST", "", "/api/v2/alerts", Map.of(), body.getBytes(UTF_8)));
    return sent.get(sent.size() - 1).text();
  }

  private static String alert(String queue, String startsAt) {
    return "{\"endsAt\":\"%s\",\"startsAt\":\"%s\",\"labels\":{\"queue\":\"%s\"}}"
        .formatted(ENDS, startsAt, queue);
  }
}
