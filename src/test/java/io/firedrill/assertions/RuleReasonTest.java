package io.firedrill.assertions;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static io.firedrill.assertions.DrillAssertions.notification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firedrill.drill.Drill;
import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failed assertions about alerts say which part of the rule decided, at their time. */
class RuleReasonTest {

  @TempDir private Path directory;

  private Drill drill;

  /** Full at 150 up to 5m and from 12m on; the drill is at 30m. */
  @BeforeEach
  void run() throws IOException {
    Path rules =
        Files.writeString(
            directory.resolve("rules.yml"),
            """
            groups:
            - name: queue
              rules:
              - {alert: Full, expr: queue_length > 100, for: 6m}
              - {alert: Misspelt, expr: queue_lenght > 100}
            """);
    Path routes =
        Files.writeString(
            directory.resolve("routes.yml"),
            """
            route: {receiver: data}
            receivers:
            - {name: data, webhook_configs: [{url: 'http://localhost/'}]}
            """);
    drill =
        new RigDrill(
            TestPairs.newest(),
            DrillSpec.ofRules(List.of(rules))
                .alertmanagerConfig(routes)
                .start(Instant.EPOCH)
                .build());
    drill.series("queue_length", "150x5 20x5 150x60").runFor(duration("30m"));
  }

  @AfterEach
  void close() {
    drill.close();
  }

  @Test
  void ofStates() {
    String low = "queue_length > 100 (rules.yml:4:25) is false: ";
    assertThat(why(() -> assertThat(drill.alerts("Full")).isFiringAt(duration("8m"))))
        .containsExactly("Full at 8m: " + low + "the value is 20 of queue_length");
    assertThat(why(() -> assertThat(drill.alerts("Full")).isInactive()))
        .containsExactly(
            "Full at 30m: queue_length > 100 (rules.yml:4:25) is true: the value is 150 of"
                + " queue_length; active since 12m, for: 6m");
    assertThat(
            why(
                () ->
                    assertThat(drill.alerts("Full"))
                        .isPendingBetween(duration("6m"), duration("8m"))))
        .containsExactly(
            "Full from 6m to 8m: " + low + "the nearest value is 20 of queue_length, at 6m");
  }

  @Test
  void ofTheCourse() {
    String missing =
        ": queue_lenght (rules.yml:5:29) has no samples in this run; the nearest metric that has is"
            + " queue_length";
    assertThat(why(() -> assertThat(drill.alerts("Misspelt")).firesFirstAt(duration("2m"))))
        .containsExactly("Misspelt from 2m to 30m" + missing);
    assertThat(why(() -> assertThat(drill.alerts("Misspelt")).firesFor(duration("2m"))))
        .containsExactly("Misspelt from 0s to 30m" + missing);
    // It fires from 18m on.
    assertThat(why(() -> assertThat(drill.alerts("Full")).firesFor(duration("5m"))))
        .containsExactly(
            "Full at 23m: queue_length > 100 (rules.yml:4:25) is true: the value is 150 of"
                + " queue_length; active since 12m, for: 6m");
    assertThat(why(() -> assertThat(drill.alerts("Misspelt")).firesTimes(1)))
        .containsExactly("Misspelt from 0s to 30m" + missing);
    assertThat(why(() -> assertThat(drill.alerts("Misspelt")).isResolvedAt(duration("2m"))))
        .containsExactly("Misspelt from 0s to 30m" + missing);
    assertThat(why(() -> assertThat(drill.alerts("Misspelt")).hasLabel("a", "b")))
        .containsExactly("Misspelt from 0s to 30m" + missing);
    assertThat(
            why(() -> assertThat(drill.alerts("Misspelt")).hasLabelsAt(duration("3m"), "a", "b")))
        .containsExactly("Misspelt at 3m" + missing);
    assertThat(why(() -> assertThat(drill.alerts("Misspelt")).hasFiringCountAt(duration("3m"), 1)))
        .containsExactly("Misspelt at 3m" + missing);
    assertThat(why(() -> assertThat(drill.alerts("Full")).neverFires()))
        .containsExactly(
            "Full at 18m: queue_length > 100 (rules.yml:4:25) is true: the value is 150 of"
                + " queue_length; active since 12m, for: 6m");
    assertThat(why(() -> assertThat(drill.alerts("Full")).firesFirstAt(duration("15m"))))
        .containsExactly(
            "Full at 15m: still pending, since 12m; for: 6m ends at 18m",
            "Full was active before, until 5m; interrupted at 6m: queue_length > 100"
                + " (rules.yml:4:25) is false: the value is 20 of queue_length");
  }

  @Test
  void ofNotifications() {
    assertThat(
            why(
                () ->
                    assertThat(drill.receiver("data"))
                        .contains(notification().at("30m").firing().alert("Misspelt"))))
        .contains(
            "Misspelt from 0s to 30m: queue_lenght (rules.yml:5:29) has no samples in this run; the"
                + " nearest metric that has is queue_length");
  }

  /** The lines of the explanation. */
  private List<String> why(ThrowingCallable assertion) {
    String text = catchThrowableOfType(AssertionError.class, assertion).getMessage();
    return Stream.of(text.substring(text.indexOf("\n  why:\n") + 8).split("\n"))
        .takeWhile(line -> line.startsWith("    "))
        .map(line -> line.substring(4).replace(directory + "/", ""))
        .toList();
  }
}
