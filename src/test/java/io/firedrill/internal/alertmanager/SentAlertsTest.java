package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentAlertsTest {

  private static final String ENDS = "2026-03-02T09:00:00.000Z";

  @Test
  void areSortedByStartAndThenByLabels() {
    String young = alert("a", "2026-03-02T08:12:00.000Z");
    String b = alert("b", "2026-03-02T08:02:00.000Z");
    String c = alert("c", "2026-03-02T08:02:00.000Z");

    SentAlerts sent = SentAlerts.read("[" + String.join(",", young, c, b) + "]");

    assertThat(sent.json()).isEqualTo("[" + String.join(",", b, c, young) + "]");
    assertThat(sent.alerts())
        .hasSize(3)
        .last()
        .isEqualTo(
            new SentAlert(
                Labels.of("queue", "a"),
                Instant.parse("2026-03-02T08:12:00Z"),
                Instant.parse(ENDS)));
  }

  @Test
  void oneAlertIsUnchanged() {
    String json = "[ " + alert("\\u003cé\\u003e", "2026-03-02T08:02:00.000Z") + " ]";

    SentAlerts sent = SentAlerts.read(json);

    assertThat(sent.json()).isEqualTo(json);
    assertThat(sent.alerts().get(0).labels()).isEqualTo(Labels.of("queue", "<é>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{}", "[{},{}]", "[{\"startsAt\":\"today\"}]"})
  void whatIsMalformedIsAlertmanagersToRefuse(String body) {
    SentAlerts sent = SentAlerts.read(body);

    assertThat(sent.json()).isEqualTo(body);
    assertThat(sent.alerts()).isEmpty();
  }

  private static String alert(String queue, String startsAt) {
    return "{\"endsAt\":\"%s\",\"startsAt\":\"%s\",\"labels\":{\"queue\":\"%s\"}}"
        .formatted(ENDS, startsAt, queue);
  }
}
