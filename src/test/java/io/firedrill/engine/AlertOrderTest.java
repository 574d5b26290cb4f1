package io.firedrill.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.explain.Dispatching.SentAlert;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertOrderTest {

  private static final String ENDS = "2026-03-02T09:00:00.000Z";

  private final List<SentAlert> heard = new ArrayList<>();
  private final AlertOrder order = new AlertOrder(heard::addAll);

  @Test
  void sortsByBeginAndThenByLabels() {
    String young = alert("a", "2026-03-02T08:12:00.000Z");
    String b = alert("b", "2026-03-02T08:02:00.000Z");
    String c = alert("c", "2026-03-02T08:02:00.000Z");

    String sent = send(request("[" + String.join(",", young, c, b) + "]"));

    assertThat(sent).isEqualTo(request("[" + String.join(",", b, c, young) + "]"));
    assertThat(heard)
        .contains(
            new SentAlert(
                Labels.of("queue", "a"),
                Instant.parse("2026-03-02T08:12:00Z"),
                Instant.parse(ENDS)))
        .hasSize(3);
  }

  /** Go writes {@code <} as an escape of six bytes, and so the length may change. */
  @Test
  void statesTheLengthOfWhatItSends() {
    String escaped = alert("\\u003cé\\u003e", "2026-03-02T08:02:00.000Z");
    String other = alert("a", "2026-03-02T08:01:00.000Z");
    String plain = alert("<é>", "2026-03-02T08:02:00.000Z");

    assertThat(send(request("[" + escaped + "," + other + "]")))
        .isEqualTo(request("[" + other + "," + plain + "]"));
  }

  @Test
  void waitsForTheEndOfARequest() {
    byte[] request = request("[" + alert("a", "2026-03-02T08:02:00.000Z") + "]").getBytes(UTF_8);

    assertThat(order.apply(Arrays.copyOf(request, 50))).isEmpty();
    assertThat(order.apply(Arrays.copyOfRange(request, 50, request.length))).isEqualTo(request);
  }

  @Test
  void leavesToAlertmanagerWhatItDoesNotUnderstand() {
    for (String body : List.of("", "no JSON", "{}", "[{},{}]")) {
      assertThat(send(request(body))).isEqualTo(request(body));
    }
    assertThat(heard).isEmpty();
  }

  private String send(String request) {
    return new String(order.apply(request.getBytes(UTF_8)), UTF_8);
  }

  private static String request(String body) {
    return "POST /api/v2/alerts HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(body.getBytes(UTF_8).length, body);
  }

  private static String alert(String queue, String startsAt) {
    return "{\"endsAt\":\"%s\",\"startsAt\":\"%s\",\"labels\":{\"queue\":\"%s\"}}"
        .formatted(ENDS, startsAt, queue);
  }
}
