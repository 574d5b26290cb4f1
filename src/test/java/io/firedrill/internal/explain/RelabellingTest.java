package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.SentAlert;
import io.firedrill.internal.explain.FiringTimes.Span;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelabellingTest {

  private static final Labels OWN = Labels.of("alertname", "Down", "replica", "1", "team", "data");
  private static final Labels RELABELLED = Labels.of("alertname", "Down", "team", "data");

  private final ReceivedAlerts received = new ReceivedAlerts();

  @Test
  void findsTheAlertThatBeganAtTheSameTime() {
    receive(RELABELLED, 60);
    receive(Labels.of("alertname", "Down", "team", "web"), 60);
    receive(Labels.of("alertname", "Down", "team", "data", "x", "y"), 120);

    assertThat(sent()).isEqualTo(RELABELLED);
  }

  @Test
  void keepsLabelsThatCame() {
    receive(RELABELLED, 60);
    receive(OWN, 60);

    assertThat(sent()).isEqualTo(OWN);
  }

  @Test
  void takesNoneOfTwoThatAreAlike() {
    receive(RELABELLED, 60);
    receive(RELABELLED.with("x", "y"), 60);

    assertThat(sent()).isEqualTo(OWN);
  }

  private Labels sent() {
    FiringTimes times =
        new FiringTimes(OWN, OWN, List.of(), List.of(new Span(at(60), Optional.empty())));
    return Relabelling.of(received, List.of(times)).get(0).sent();
  }

  private void receive(Labels labels, int second) {
    received.receive(List.of(new SentAlert(labels, at(second), at(second + 240))), at(second));
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
