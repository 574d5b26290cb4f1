package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.explain.FiringTimes.Span;
import io.firedrill.internal.explain.GroupLooks.Life;
import io.firedrill.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seconds count from the start; group_wait is 30s, group_interval 300s. */
class GroupLooksTest {

  private static final Labels GROUP = Labels.of("team", "data");

  @TempDir private Path directory;

  private Route route;

  @BeforeEach
  void readRoute() throws IOException {
    Path file = directory.resolve("routes.yml");
    Files.writeString(
        file,
        """
        route: {receiver: data, group_by: [team], group_wait: 30s, group_interval: 5m}
        receivers: [{name: data}]
        """);
    route = Routing.read(file, "0.33.1").root();
  }

  @Test
  void waitsForGroupWaitAndThenLooksEveryInterval() {
    assertThat(looks(0, alert("a", 60, 700)).lives())
        .containsExactly(new Life(at(60), at(90), List.of(at(90), at(390), at(690), at(990))));
  }

  @Test
  void keepsAGroupWhileAnyOfItsAlertsFires() {
    assertThat(looks(0, alert("a", 60, 100), alert("b", 95, 400)).lives())
        .containsExactly(new Life(at(60), at(90), List.of(at(90), at(390), at(690))));
  }

  @Test
  void beginsANewLifeAfterTheLookThatFindsNothing() {
    GroupLooks looks = looks(0, alert("a", 60, 100), alert("b", 500, 520));

    assertThat(looks.lives())
        .containsExactly(
            new Life(at(60), at(90), List.of(at(90), at(390))),
            new Life(at(500), at(530), List.of(at(530))));
    assertThat(looks.at(at(499))).contains(looks.lives().get(0));
    assertThat(looks.at(at(500))).contains(looks.lives().get(1));
  }

  @Test
  void looksAtOnceAtAnOldAlertWhereRoutesAreLoaded() {
    assertThat(looks(131, alert("a", 100, 140)).lives())
        .containsExactly(new Life(at(131), at(131), List.of(at(131), at(431))));
    assertThat(looks(130, alert("a", 100, 140)).lives())
        .containsExactly(new Life(at(130), at(160), List.of(at(160))));
  }

  @Test
  void hasNothingToDoWithOtherGroups() {
    FiringTimes other = alert("a", "web", 10, 1100);

    assertThat(looks(0, other).lives()).isEmpty();
    assertThat(looks(0, alert("a", 60, 100), other).lives())
        .containsExactly(new Life(at(60), at(90), List.of(at(90), at(390))));
  }

  @Test
  void findsTheLooksAroundAnInstant() {
    GroupLooks looks = looks(0, alert("a", 60, 700));

    assertThat(looks.before(at(59))).isEmpty();
    assertThat(looks.after(at(59))).isEmpty();
    assertThat(looks.before(at(89))).isEmpty();
    assertThat(looks.after(at(60))).contains(at(90));
    assertThat(looks.before(at(90))).contains(at(90));
    assertThat(looks.after(at(90))).contains(at(390));
    assertThat(looks.before(at(400))).contains(at(390));
  }

  private GroupLooks looks(int loaded, FiringTimes... alerts) {
    return GroupLooks.of(route, GROUP, List.of(alerts), at(loaded), at(1200));
  }

  private static FiringTimes alert(String name, int from, int to) {
    return alert(name, "data", from, to);
  }

  private static FiringTimes alert(String name, String team, int from, int to) {
    Labels labels = Labels.of("alertname", name, "team", team);
    return new FiringTimes(
        labels, labels, Optional.empty(), List.of(new Span(at(from), Optional.of(at(to)))));
  }

  private static Instant at(int second) {
    return Instant.EPOCH.plusSeconds(second);
  }
}
