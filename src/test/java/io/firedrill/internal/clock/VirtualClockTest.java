package io.firedrill.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.clock.Program.Ending;
import io.firedrill.internal.clock.Program.Slack;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The Java side of the protocol: each recorded exchange, with the launcher's part played back. */
class VirtualClockTest {

  @Test
  void programs() throws Exception {
    against(
        "programs",
        clock -> {
          clock.setEpoch(Instant.parse("2000-02-29T00:00:00Z"));
          clock.write("notes/a file.txt", "two\nlines".getBytes(StandardCharsets.UTF_8));
          assertThat(clock.read("notes/a file.txt")).asString().isEqualTo("two\nlines");
          clock.start(program("calendar", Slack.NONE, Duration.ZERO, "/bin/date", "+%FT%TZ"));
          assertThat(clock.awaitExit("calendar", Duration.ofSeconds(10)))
              .contains(new Exit(false, 0));
          assertThat(clock.read("calendar.log")).asString().isEqualTo("2000-02-29T00:00:00Z\n");
          clock.start(
              program("sleeper", Slack.UP_TO_TARGET, Duration.ofMillis(1), "/bin/sleep", "1000"));
          assertThat(clock.advanceTo(Instant.parse("2000-02-29T00:01:00Z"))).isEqualTo(1);
          assertThat(clock.now()).isEqualTo(Instant.parse("2000-02-29T00:01:00Z"));
          clock.setSlack("sleeper", Slack.NONE);
          assertThat(clock.awaitExit("sleeper", Duration.ofMillis(1))).isEmpty();
          clock.signal("sleeper", Signal.TERM);
          assertThat(clock.awaitExit("sleeper", Duration.ofSeconds(10)))
              .contains(new Exit(true, 15));
          clock.leapTo(Instant.parse("2000-03-01T00:00:00Z"));
          assertThat(clock.now()).isEqualTo(Instant.parse("2000-03-01T00:00:00Z"));
        });
  }

  @Test
  void death() throws Exception {
    against(
        "death",
        clock -> {
          Program dying =
              new Program(
                  "short",
                  List.of("/bin/sh", "-c", "echo out of cheese; exit 3"),
                  Map.of("PATH", "/bin"),
                  "short.log",
                  Slack.NONE,
                  Duration.ZERO,
                  Ending.A_FAILURE,
                  List.of());
          clock.start(dying);
          // The notification may arrive before the next command or with its answer, with the same
          // result.
          assertThatThrownBy(() -> clock.advanceTo(Instant.EPOCH))
              .isInstanceOf(ClockException.class)
              .hasMessage("short ended during the run: exit status 3")
              .extracting(e -> ((ClockException) e).log())
              .isEqualTo("out of cheese\n");
        });
  }

  @Test
  void reset() throws Exception {
    against(
        "reset",
        clock -> {
          clock.setEpoch(Instant.ofEpochSecond(5));
          clock.write("notes/kept.txt", "to be lost".getBytes(StandardCharsets.UTF_8));
          clock.start(sleeper());
          clock.start(
              new Program(
                  "dying",
                  List.of("/bin/sh", "-c", "echo lost as well; exit 3"),
                  Map.of("PATH", "/bin"),
                  "dying.log",
                  Slack.NONE,
                  Duration.ZERO,
                  Ending.A_FAILURE,
                  List.of()));

          clock.reset(null);

          assertThat(clock.now()).isEqualTo(Instant.EPOCH);
          assertThatThrownBy(() -> clock.read("notes/kept.txt"))
              .hasMessage("cannot read notes/kept.txt: No such file or directory");
          assertThatThrownBy(() -> clock.awaitExit("sleeper", Duration.ofMillis(1)))
              .hasMessage("no process is called sleeper");
          assertThat(clock.advanceTo(Instant.EPOCH)).isZero();
          clock.start(sleeper());
          clock.reset(null);
        });
  }

  private static Program sleeper() {
    return program("sleeper", Slack.UP_TO_TARGET, Duration.ZERO, "/bin/sleep", "1000");
  }

  @Test
  void reportsThatTheLauncherIsGone() throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      CompletableFuture.runAsync(
          () -> {
            try {
              server.accept().close();
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
      assertThatThrownBy(
              () ->
                  VirtualClock.connect(
                      (java.net.InetSocketAddress) server.getLocalSocketAddress(), "secret", null))
          .isInstanceOf(ClockException.class)
          .hasMessage("the connection to the launcher has ended");
    }
  }

  private static Program program(String name, Slack slack, Duration lead, String... command) {
    Map<String, String> environment = slack == Slack.NONE ? Map.of("TZ", "UTC") : Map.of();
    return new Program(
        name,
        List.of(command),
        environment,
        name + ".log",
        slack,
        lead,
        slack == Slack.NONE ? Ending.EXPECTED : Ending.A_FAILURE,
        List.of());
  }

  private static void against(String transcript, Consumer<VirtualClock> use) throws Exception {
    try (PlayedLauncher launcher = PlayedLauncher.play(Transcript.read(transcript))) {
      VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null);
      use.accept(clock);
      launcher.assertAllPlayed();
      clock.close();
    }
  }
}
