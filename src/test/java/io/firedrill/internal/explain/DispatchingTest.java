package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.alertmanager.SentAlert;
import io.firedrill.internal.verdict.UncertainFlush;
import io.firedrill.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Minutes count from the start; group_wait is 1m, group_interval 5m. */
class DispatchingTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  @TempDir Path directory;

  private Dispatching dispatching;

  @BeforeEach
  void loadRoutes() throws IOException {
    dispatching = new Dispatching(at(-1), Duration.ofMinutes(30));
    load("1m", -1);
  }

  @Test
  void alertsOfOneAgeLeaveNoDoubt() {
    send(2, firing("a", 2), firing("b", 2));
    dispatching.restart(at(3));
    send(10, firing("a", 2), firing("b", 3));

    assertThat(dispatching.uncertain(at(60))).isEmpty();
  }

  @Test
  void oldAndYoungAlertsAfterARestartAreTheRestartsDoing() {
    send(2, firing("a", 2));
    dispatching.restart(at(9));
    send(10, firing("a", 2), firing("b", 10));

    assertThat(dispatching.uncertain(at(60)))
        .containsExactly(uncertain(10, 60, Optional.of(at(9))));
  }

  @Test
  void oldAndYoungAlertsAreStoredWhereRoutesAreLoaded() throws IOException {
    send(2, firing("a", 2));
    send(10, firing("b", 10));
    load("1m", 10);

    assertThat(dispatching.uncertain(at(60)))
        .containsExactly(uncertain(10, 60, Optional.of(at(10))));
  }

  /** As where it is stopped, alerts begin, and it is started again. */
  @Test
  void alertsThatBeganWhileItWasDownAreTheStartsDoing() {
    dispatching.restart(at(9));
    send(10, firing("a", 2), firing("b", 10));

    assertThat(dispatching.uncertain(at(60)))
        .containsExactly(uncertain(10, 60, Optional.of(at(9))));
  }

  /** Exactly group_wait old is not older. */
  @Test
  void anAlertOfExactlyGroupWaitIsYoung() {
    send(9, firing("a", 9));
    send(10, firing("b", 10));
    dispatching.reload(at(10));

    assertThat(dispatching.uncertain(at(60))).isEmpty();
  }

  @Test
  void withoutGroupWaitBothInstantsAreOne() throws IOException {
    load("0s", 0);
    send(2, firing("a", 2));
    send(10, firing("b", 10));
    dispatching.reload(at(10));

    assertThat(dispatching.uncertain(at(60))).isEmpty();
  }

  /** Prometheus sends a resolved alert for 15 minutes; its group has gone with it at 8m. */
  @Test
  void aResolvedAlertThatIsSentAgainMayBeginTheGroupOfAnother() {
    send(2, firing("a", 2));
    send(7, resolved("a", 2, 7));
    send(12, resolved("a", 2, 7), firing("b", 12));

    assertThat(dispatching.uncertain(at(60))).containsExactly(uncertain(12, 60, Optional.empty()));
  }

  /** The group's flush at 8m has not come. */
  @Test
  void aGroupThatHasNotToldOfItsResolvedAlertIsTheSame() {
    send(2, firing("a", 2));
    send(6, resolved("a", 2, 6));
    send(7, resolved("a", 2, 6), firing("b", 7));

    assertThat(dispatching.uncertain(at(60))).isEmpty();
  }

  /** A restarted Prometheus and its replica send one alert with two beginnings. */
  @Test
  void replicasMayDisagreeOnTheBeginningOfOneAlert() {
    dispatching.restart(at(9));
    send(10, firing("a", 10));
    send(10, firing("a", 2));

    assertThat(dispatching.uncertain(at(60)))
        .containsExactly(uncertain(10, 60, Optional.of(at(9))));
  }

  /** Resolved at 20m, told at 11m + 2 x 5m; from 10m on it is not known which, and 11m is later. */
  @Test
  void theDoubtEndsWithTheGroup() {
    send(2, firing("a", 2));
    dispatching.restart(at(9));
    send(10, firing("a", 2), firing("b", 10));
    send(20, resolved("a", 2, 20), resolved("b", 10, 20));
    send(30, firing("b", 30));

    assertThat(dispatching.uncertain(at(60)))
        .containsExactly(uncertain(10, 21, Optional.of(at(9))));
  }

  private UncertainFlush uncertain(int begin, int end, Optional<Instant> cause) {
    return new UncertainFlush(
        "team",
        Labels.of("alertname", "Full"),
        at(begin),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        at(end),
        cause);
  }

  private void send(int minute, SentAlert... alerts) {
    dispatching.receive(List.of(alerts), at(minute));
  }

  private static SentAlert firing(String queue, int from) {
    return resolved(queue, from, 1000);
  }

  private static SentAlert resolved(String queue, int from, int to) {
    return new SentAlert(Labels.of("alertname", "Full", "queue", queue), at(from), at(to));
  }

  private void load(String groupWait, int minute) throws IOException {
    Path file = directory.resolve("alertmanager.yml");
    Files.write(
        file,
        Stream.of(
                "route:",
                "  receiver: team",
                "  group_by: [alertname]",
                "  group_wait: " + groupWait,
                "receivers:",
                "- name: team")
            .toList());
    dispatching.load(Routing.read(file, "0.33.1").root(), at(minute));
  }

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
