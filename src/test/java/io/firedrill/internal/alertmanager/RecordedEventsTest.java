package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.RecordedEvent.AlertResolved;
import io.firedrill.internal.alertmanager.RecordedEvent.Group;
import io.firedrill.internal.alertmanager.RecordedEvent.Notified;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of the form that Alertmanager 0.33 writes. */
class RecordedEventsTest {

  private static final Labels COLD = Labels.of("alertname", "PoolCold");
  private static final Labels OFF = Labels.of("alertname", "BoilerOff");

  private static final String LINES =
      """
      {"@timestamp":"1970-01-01T00:00:00Z", "instance":"x", "data":{"alertmanagerStartupEvent":{"version":"0.33.1"}}}
      {"@timestamp":"1970-01-01T00:00:01Z","data":{"alertCreated":{"alert":{"fingerprint":"1211","name":"BoilerOff","labels":{"labels":[{"key":"alertname","value":"BoilerOff"}]},"startsAt":"1970-01-01T00:00:00Z"}}}}
      {"@timestamp":"1970-01-01T00:00:30Z","data":{"inhibitionMutedAlert":{"inhibitRules":[{"equalLabels":["a"]}],"mutedAlert":{"labels":{"labels":[{"key":"alertname","value":"PoolCold"}]},"fingerprint":"268"},"inhibitingFingerprints":["1211", "99"]}}}
      {"@timestamp":"1970-01-01T00:00:30Z","data":{"silenceMutedAlert":{"silence":{"id":"a-b"},"mutedAlert":{"labels":{"labels":[{"key":"alertname","value":"PoolCold"}]}}}}}
      {"@timestamp":"1970-01-01T00:00:31Z","data":{"notification":{"alerts":[{"hash":"1","details":{"fingerprint":"1211","labels":{"labels":[{"key":"alertname","value":"BoilerOff"}]},"resolved":true}}],"groupInfo":{"groupKey":"{}:{}","receiverName":"pool"},"reason":"NOTIFY_REASON_ALL_ALERTS_RESOLVED","flushId":"3","integration":{"name":"webhook","index":"1"}}}}
      {"@timestamp":"1970-01-01T00:00:32Z","data":{"alertResolved":{"alert":{"details":{"fingerprint":"1211","labels":{"labels":[{"key":"alertname","value":"BoilerOff"}]},"resolved":true}},"groupInfo":{"groupKey":"{}:{}","receiverName":"pool"}}}}
      {"@timestamp":"1970-01-01T00:00:33Z","data":{"notifica
      """;

  private final RecordedEvents events = RecordedEvents.read(LINES);

  @Test
  void leavesOutWhatItDoesNotNeed() {
    assertThat(events.all()).hasSize(5);
  }

  @Test
  void namesInhibitorsByTheirLabels() {
    assertThat(events.inhibitors(COLD, at(30), at(31))).containsExactly(OFF);
    assertThat(events.inhibitors(COLD, at(31), at(40))).isEmpty();
    assertThat(events.inhibitors(OFF, at(30), at(31))).isEmpty();
  }

  @Test
  void namesSilences() {
    assertThat(events.silences(COLD, at(30), at(31))).containsExactly("a-b");
    assertThat(events.silences(COLD, at(29), at(30))).isEmpty();
  }

  @Test
  void readsNotifications() {
    assertThat(events.notifications())
        .containsExactly(
            new Notified(
                at(31),
                new Group("{}:{}", "pool"),
                "ALL_ALERTS_RESOLVED",
                3,
                "webhook",
                1,
                List.of(new RecordedEvent.Alert("1211", OFF, true))));
  }

  @Test
  void readsWhatAGroupRemoves() {
    assertThat(events.all().get(4))
        .isEqualTo(
            new AlertResolved(
                at(32), new RecordedEvent.Alert("1211", OFF, true), new Group("{}:{}", "pool")));
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
