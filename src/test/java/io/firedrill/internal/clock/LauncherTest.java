package io.firedrill.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firedrill.internal.clock.ClockException.Kind;
import io.firedrill.internal.clock.Program.Ending;
import io.firedrill.internal.clock.Program.Slack;
import io.firedrill.internal.clock.TestLauncher.Connection;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher on errors, and with connections of programs. */
class LauncherTest {

  private static final String FOREIGN = "io.firedrill.machine.EmulatedMachine#isGiven";

  @TempDir Path temporary;

  @Test
  void aWrongTokenClosesOnlyItsOwnConnection() throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        Connection wrong = launcher.connect();
        Connection right = launcher.connect()) {
      wrong.send(Frame.of("hello", 1, "guess"));

      assertThat(wrong.receive().words())
          .containsExactly("error", "token", "this connection has not said the token");
      assertThat(wrong.in().read()).isEqualTo(-1);
      assertThat(isServed(right)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello 1 sec", "write secret 1000000000"})
  void servesTheFirstThatSaysTheTokenWhateverOthersHaveSaid(String said) throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        Connection other = launcher.connect();
        Connection connection = launcher.connect()) {
      other.out().write(said.getBytes(StandardCharsets.US_ASCII));

      assertThat(isServed(connection)).isTrue();
      assertThat(other.in().read()).isEqualTo(-1);
      assertThatThrownBy(launcher::connect).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void acceptsAClientInAFloodOfConnections() throws Exception {
    List<Connection> flood = new ArrayList<>();
    try (TestLauncher launcher = TestLauncher.start(temporary)) {
      for (int i = 0; i < 600; i++) {
        flood.add(launcher.connect());
      }
      try (Connection connection = launcher.connect()) {
        assertThat(isServed(connection)).isTrue();
      }
    } finally {
      for (Connection connection : flood) {
        connection.close();
      }
    }
  }

  private static boolean isServed(Connection connection) throws IOException {
    connection.send(Frame.of("hello", 1, "secret"));
    return connection.receive().words().equals(List.of("ok", "1"));
  }

  @Test
  @DisabledIf(value = FOREIGN, disabledReason = "looks at this machine's processes and files")
  void endsProcessesThatHaveLeftTheirParents() throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary)) {
      List<Long> pids;
      try (VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null)) {
        // One leaves its session, one also its parent, and the third ignores signals.
        clock.start(
            realTime(
                "setsid sleep 1000 & setsid sh -c 'sleep 1000 & echo $! >&2';"
                    + " sh -c 'trap \"\" TERM HUP INT; echo $$ >&2; while :; do sleep 1; done' &"
                    + " echo $! >&2; wait"));
        pids = printedNumbers(clock, 3);
        assertThat(pids).allMatch(pid -> ProcessHandle.of(pid).isPresent());
      }

      assertThat(launcher.ends()).isTrue();
      assertThat(pids).allMatch(pid -> ProcessHandle.of(pid).isEmpty());
    }
  }

  private static List<Long> printedNumbers(VirtualClock clock, int count) {
    while (true) {
      List<String> lines =
          new String(clock.read("program.log"), StandardCharsets.UTF_8).lines().toList();
      if (lines.size() >= count) {
        return lines.stream().map(Long::valueOf).toList();
      }
      assertThat(clock.awaitExit("program", Duration.ofMillis(5))).isEmpty();
    }
  }

  private RealTimeProgram realTime(String script) {
    return new RealTimeProgram(
        "program",
        List.of("sh", "-c", script),
        temporary,
        Map.of("PATH", "/bin:/usr/bin"),
        "program.log");
  }

  @Test
  @DisabledIf(value = FOREIGN, disabledReason = "compares with this machine's clock")
  void runsAProgramUnderTheRealClock() throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null)) {
      long before = Instant.now().getEpochSecond();
      clock.start(realTime("date +%s; exec sleep 1000"));

      assertThat(printedNumbers(clock, 1).get(0)).isBetween(before, before + 600);
      assertThatThrownBy(() -> clock.advanceTo(Instant.EPOCH.plusSeconds(1)))
          .hasMessage("program lives by the real clock, which nobody moves");
    }
  }

  @Test
  @DisabledIf(value = FOREIGN, disabledReason = "sets a limit of this machine")
  void reportsThatItHasNoFileDescriptorsLeft() throws Exception {
    try (TestLauncher launcher =
            LocalLauncher.startBy(List.of("prlimit", "--nofile=16:16"), temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null)) {
      clock.start(
          new Program(
              "sleeper",
              List.of("/bin/sleep", "1000"),
              Map.of(),
              "sleeper.log",
              Slack.NONE,
              Duration.ZERO,
              Ending.EXPECTED,
              List.of()));
      clock.setProgressLimit(Duration.ofMillis(300));
      assertThatThrownBy(
              () -> {
                while (true) {
                  clock.reservePort();
                }
              })
          .hasMessageStartingWith("no loopback port is to be had: ");
      assertThatThrownBy(() -> clock.advanceTo(Instant.EPOCH.plusSeconds(1)))
          .message()
          // The name in the launcher's C library.
          .matches(
              ".* The launcher cannot open files: (No file descriptors available|Too many open files)\\.");
    }
  }

  @Test
  @DisabledIf(value = FOREIGN, disabledReason = "has users of this machine")
  void relaysNoConnectionOfAnotherUser() throws Exception {
    assumeTrue(
        System.getProperty("user.name").equals("root"), "only root can act for another user");
    Recorder relay = new Recorder();
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", relay)) {
      int port = clock.openRelay();
      String connect = "exec 3<>/dev/tcp/127.0.0.1/%d && echo hello >&3; cat <&3".formatted(port);
      Process stranger =
          new ProcessBuilder("setpriv", "--reuid=65534", "--clear-groups", "bash", "-c", connect)
              .start();
      assertThat(stranger.waitFor(20, TimeUnit.SECONDS)).isTrue();

      clock.start(shell("own", connect));
      assertThat(relay.received.poll(10, TimeUnit.SECONDS)).isEqualTo("hello\n");
      assertThat(relay.opened).hasSize(1);
      assertThat(clock.interference())
          .containsExactly(
              "a connection of another user (uid 65534) to a port of this run was refused");
      clock.reset(relay);
      assertThat(clock.interference()).isEmpty();
    }
  }

  @Test
  @DisabledIf(value = FOREIGN, disabledReason = "looks at this machine's processes and files")
  void endsProgramsAndRemovesFilesWhenItsClientIsGone() throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary)) {
      long pid;
      try (Connection connection = launcher.connect()) {
        connection.send(Frame.of("hello", 1, "secret"));
        connection.receive();
        connection.send(Frame.of("start", "sleeper", "log=a/b.log", "--", "/bin/sleep", "1000"));
        assertThat(connection.receive().words().get(0)).isEqualTo("error");
        connection.send(Frame.of("write", "a/b.txt").with(new byte[10]));
        connection.receive();
        connection.send(Frame.of("start", "sleeper", "log=a/b.log", "--", "/bin/sleep", "1000"));
        pid = connection.receive().number(1);
        assertThat(ProcessHandle.of(pid)).isPresent();
      }

      assertThat(launcher.ends()).isTrue();
      assertThat(ProcessHandle.of(pid)).isEmpty();
      assertThat(launcher.directory).doesNotExist();
    }
  }

  @Test
  void namesTheProgramThatNeverSettles() throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null)) {
      clock.setProgressLimit(Duration.ofMillis(300));
      clock.start(shell("spinner", "echo spinning; while :; do :; done"));
      while (clock.read("spinner.log").length == 0) {
        assertThat(clock.awaitExit("spinner", Duration.ofMillis(5))).isEmpty();
      }

      assertThatThrownBy(() -> clock.advanceTo(Instant.EPOCH.plusSeconds(1)))
          .isInstanceOfSatisfying(
              ClockException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(Kind.STUCK);
                assertThat(e)
                    .message()
                    .matches(
                        "nothing settled for 0\\.3 s\\. spinner \\(process \\d+, \\d\\.\\d\\d s"
                            + " CPU\\): thread \\d+ is running");
                assertThat(e.log()).isEqualTo("--- spinner\nspinning\n");
              });
    }
  }

  @Test
  void stopsTheTimeUntilARelayedConnectionIsAnswered() throws Exception {
    Recorder relay = new Recorder();
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", relay)) {
      clock.setProgressLimit(Duration.ofMillis(300));
      int port = clock.openRelay();
      clock.start(
          shell(
              "client",
              "exec 3<>/dev/tcp/127.0.0.1/%d; echo ping >&3; read answer <&3; echo $answer; exec sleep 9"
                  .formatted(port)));

      RelayConnection connection = relay.opened.poll(5, TimeUnit.MINUTES);
      assertThat(relay.received.poll(5, TimeUnit.MINUTES)).isEqualTo("ping\n");
      assertThat(connection.port()).isEqualTo(port);
      assertThatThrownBy(() -> clock.advanceTo(Instant.EPOCH.plusSeconds(1)))
          .hasMessageEndingWith(" Connection 1 to port %d waits for its answer.".formatted(port));
      assertThat(clock.now()).isEqualTo(Instant.EPOCH);

      clock.setProgressLimit(Duration.ofSeconds(30));
      connection.send("pong\n".getBytes(StandardCharsets.US_ASCII));
      connection.answered(connection.received());
      clock.advanceTo(Instant.EPOCH.plusSeconds(1));

      assertThat(clock.read("client.log")).asString().isEqualTo("pong\n");
      clock.signal("client", Signal.KILL);
      clock.advanceTo(Instant.EPOCH.plusSeconds(2));
      assertThat(relay.closed.poll(5, TimeUnit.MINUTES)).isSameAs(connection);
    }
  }

  @Test
  void stopsTheTimeWhenARelayedConnectionContinuesItsAnswer() throws Exception {
    BlockingQueue<Instant> answers = new LinkedBlockingQueue<>();
    Recorder relay =
        new Recorder() {
          @Override
          public void received(RelayConnection connection, byte[] bytes) {
            connection.answeredUntil(bytes.length, Instant.EPOCH.plusMillis(20_500));
          }

          @Override
          public void due(RelayConnection connection) {
            answers.add(clock.now());
            connection.send("pong\n".getBytes(StandardCharsets.US_ASCII));
            connection.answered(connection.received());
          }
        };
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", relay)) {
      relay.clock = clock;
      int port = clock.openRelay();
      clock.start(
          shell(
              "client",
              "exec 3<>/dev/tcp/127.0.0.1/%d; echo ping >&3; exec sleep 99".formatted(port)));

      clock.advanceTo(Instant.EPOCH.plusSeconds(20));
      assertThat(answers).isEmpty();
      clock.advanceTo(Instant.EPOCH.plusSeconds(60));

      assertThat(answers).containsExactly(Instant.EPOCH.plusMillis(20_500));
    }
  }

  @Test
  void reservesUniquePorts() throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null)) {
      assertThat(List.of(clock.reservePort(), clock.reservePort(), clock.openRelay()))
          .doesNotHaveDuplicates()
          .allMatch(port -> port > 0);
    }
  }

  @Test
  void findsFilesBelowAnAlias() throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null)) {
      clock.write("share/deep/note", "found\n".getBytes(StandardCharsets.US_ASCII));
      clock.start(
          new Program(
              "cat",
              List.of("/bin/cat", "/no/such/directory/deep/note", "/no/such/directory/none"),
              Map.of(),
              "cat.log",
              Slack.NONE,
              Duration.ZERO,
              Ending.EXPECTED,
              List.of(new Program.Alias("/no/such/directory", launcher.directory + "/share"))));

      assertThat(clock.awaitExit("cat", Duration.ofSeconds(10))).contains(new Exit(false, 1));
      assertThat(clock.read("cat.log"))
          .asString()
          .isEqualTo("found\n/bin/cat: /no/such/directory/none: No such file or directory\n");
    }
  }

  @Test
  @DisabledIf(value = FOREIGN, disabledReason = "looks at this machine's processes and files")
  void keepsNothingOverAReset() throws Exception {
    Recorder before = new Recorder();
    Recorder after = new Recorder();
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", before)) {
      int reserved = clock.reservePort();
      int relay = clock.openRelay();
      long pid = clock.start(client("client", relay, launcher));
      RelayConnection connection = before.opened.poll(5, TimeUnit.MINUTES);

      clock.reset(after);

      assertThat(ProcessHandle.of(pid)).isEmpty();
      assertThat(launcher.directory).isEmptyDirectory();
      for (int port : List.of(reserved, relay)) {
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
      }
      // Data for the old connection do not reach the new one.
      clock.setProgressLimit(Duration.ofMillis(300));
      int next = clock.openRelay();
      clock.start(client("client", next, launcher));
      RelayConnection fresh = after.opened.poll(5, TimeUnit.MINUTES);
      connection.answered(connection.received());
      connection.close();
      assertThatThrownBy(() -> clock.advanceTo(Instant.EPOCH.plusSeconds(1)))
          .hasMessageEndingWith(" Connection 2 to port %d waits for its answer.".formatted(next));
      fresh.answered(fresh.received());
      assertThat(clock.advanceTo(Instant.EPOCH.plusSeconds(1))).isPositive();
      assertThat(before.opened).isEmpty();
    }
  }

  @Test
  @DisabledIf(value = FOREIGN, disabledReason = "looks at this machine's processes and files")
  void doesNotUseMoreResourcesAfterEachReset() throws Exception {
    try (LocalLauncher launcher = LocalLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", new Recorder())) {
      use(clock, launcher);
      Path descriptors = Path.of("/proc/" + launcher.process.pid() + "/fd");
      long once = count(descriptors);
      for (int i = 0; i < 20; i++) {
        use(clock, launcher);
      }
      assertThat(count(descriptors)).isEqualTo(once);
    }
  }

  /**
   * A script that starts a server with options, as users write it. It may run other commands
   * before.
   */
  @Test
  void keepsProgramsThatAScriptExecutesUnderTheClock() throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null)) {
      clock.setEpoch(Instant.parse("2000-02-29T12:00:00Z"));
      clock.start(
          ending(
              "nested",
              "date -u +%FT%TZ; no-such-program; exec /bin/sh -c 'PATH=/none:/bin exec date -u +%FT%TZ'"));

      assertThat(clock.awaitExit("nested", Duration.ofSeconds(10))).contains(new Exit(false, 0));
      assertThat(clock.read("nested.log"))
          .asString()
          .isEqualTo(
              """
              2000-02-29T12:00:00Z
              /bin/bash: line 1: no-such-program: command not found
              2000-02-29T12:00:00Z
              """);
    }
  }

  @Test
  void refusesToMoveTheTimeWhileAScriptRunsItsServerAsAnotherProcess() throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null)) {
      clock.start(
          shell(
              "wrapper",
              "sleep 1000 & until [ /proc/$!/exe -ef /bin/sleep ]; do :; done; echo started; wait"));
      while (clock.read("wrapper.log").length == 0) {
        assertThat(clock.awaitExit("wrapper", Duration.ofMillis(5))).isEmpty();
      }

      assertThatThrownBy(() -> clock.advanceTo(Instant.EPOCH.plusSeconds(1)))
          .hasMessageMatching(
              "wrapper runs /\\S*/sleep as another process, for which the clock cannot wait;"
                  + " a script has to start its server with exec");
      clock.signal("wrapper", Signal.KILL);
      assertThat(clock.awaitExit("wrapper", Duration.ofSeconds(10))).isPresent();
    }
  }

  private static Program ending(String name, String script) {
    Program shell = shell(name, script);
    return new Program(
        name,
        shell.command(),
        shell.environment(),
        shell.log(),
        shell.slack(),
        shell.lead(),
        Ending.EXPECTED,
        List.of());
  }

  private static void use(VirtualClock clock, TestLauncher launcher) {
    clock.reservePort();
    clock.start(client("client", clock.openRelay(), launcher));
    assertThat(clock.awaitExit("client", Duration.ofMillis(1))).isEmpty();
    clock.reset(new Recorder());
  }

  private static long count(Path directory) throws Exception {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.count();
    }
  }

  /** Connects to a relay port and sleeps; also opens a redirected file. */
  private static Program client(String name, int port, TestLauncher launcher) {
    Program shell = shell(name, "exec 3<>/dev/tcp/127.0.0.1/%d; exec sleep 9".formatted(port));
    return new Program(
        shell.name(),
        shell.command(),
        shell.environment(),
        shell.log(),
        shell.slack(),
        shell.lead(),
        shell.ending(),
        List.of(new Program.Alias("/no/such/directory", launcher.directory.toString())));
  }

  private static Program shell(String name, String script) {
    return new Program(
        name,
        List.of("/bin/bash", "-c", script),
        Map.of("PATH", "/bin:/usr/bin", "LC_ALL", "C"),
        name + ".log",
        Slack.NONE,
        Duration.ZERO,
        Ending.A_FAILURE,
        List.of());
  }

  private static class Recorder implements RelayHandler {
    VirtualClock clock;
    final BlockingQueue<RelayConnection> opened = new LinkedBlockingQueue<>();
    final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    final BlockingQueue<RelayConnection> closed = new LinkedBlockingQueue<>();

    @Override
    public void opened(RelayConnection connection) {
      opened.add(connection);
    }

    @Override
    public void received(RelayConnection connection, byte[] bytes) {
      received.add(new String(bytes, StandardCharsets.US_ASCII));
    }

    @Override
    public void closed(RelayConnection connection) {
      closed.add(connection);
    }
  }
}
