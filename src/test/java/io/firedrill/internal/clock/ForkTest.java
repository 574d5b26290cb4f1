package io.firedrill.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.clock.Program.Ending;
import io.firedrill.internal.clock.Program.Slack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that are frozen and forked, and those that are refused. */
@DisabledIf(
    value = "io.firedrill.machine.EmulatedMachine#isGiven",
    disabledReason = "compiles a program for this machine")
class ForkTest {

  private static final Instant EPOCH = Instant.parse("2026-03-02T08:00:00Z");

  @TempDir Path temporary;

  private TestLauncher launcher;
  private VirtualClock clock;

  @BeforeEach
  void start() throws Exception {
    launcher = TestLauncher.start(temporary);
    clock = VirtualClock.connect(launcher.address(), "secret", null);
    clock.setEpoch(EPOCH);
  }

  @AfterEach
  void end() throws Exception {
    clock.close();
    launcher.close();
    // Of the launcher's directories, nothing is left.
    try (var left = Files.list(temporary)) {
      assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.startsWith("run-"));
    }
  }

  @Test
  void continuesAsTheProgramWould() throws Exception {
    run("forked", "");
    clock.advanceTo(EPOCH.plusSeconds(40));
    clock.freeze("early");
    assertThatThrownBy(() -> clock.read("forked.log")).hasMessageContaining("No such file");

    for (int i = 0; i < 3; i++) {
      clock.fork("early", EPOCH.plusSeconds(40));
      clock.advanceTo(EPOCH.plusSeconds(70));

      assertThat(log()).containsExactly(beat(15, 1), beat(30, 2), beat(45, 3), beat(60, 4));
      assertThat(read("beats")).isEqualTo("1\n2\n3\n4\n");
    }
  }

  @Test
  void continuesAtAnotherTime() throws Exception {
    run("forked", "");
    clock.advanceTo(EPOCH);
    clock.freeze("neutral");
    long century = Duration.ofDays(36525).toSeconds();

    for (long by : List.of(century, -century, 0L)) {
      clock.fork("neutral", EPOCH.plusSeconds(by));
      assertThat(clock.now()).isEqualTo(EPOCH.plusSeconds(by));
      clock.advanceTo(EPOCH.plusSeconds(by + 20));

      // It waits for an instant of its clock, which has passed, comes in 15 s, or is far away.
      List<String> times = log().stream().map(line -> line.split(" ")[0]).toList();
      String first = EPOCH.plusSeconds(by + 15).getEpochSecond() + "000000000";
      if (by < 0) {
        assertThat(times).isEmpty();
      } else {
        assertThat(times).first().isEqualTo(first);
      }
      clock.reset(null);
    }
  }

  @Test
  void isForkedAgainFromAFork() throws Exception {
    run("forked", "");
    clock.advanceTo(EPOCH.plusSeconds(10));
    for (int generation = 1; generation <= 4; generation++) {
      Instant instant = clock.now();
      clock.freeze("generation-" + generation);
      clock.fork("generation-" + generation, instant);
      clock.advanceTo(instant.plusSeconds(15));
    }
    assertThat(log()).containsExactly(beat(15, 1), beat(30, 2), beat(45, 3), beat(60, 4));

    clock.endFork("generation-1");
    clock.fork("generation-2", EPOCH.plusSeconds(25));
    clock.advanceTo(EPOCH.plusSeconds(31));
    assertThat(log()).containsExactly(beat(15, 1), beat(30, 2));
  }

  @Test
  void outlivesAReset() throws Exception {
    run("forked", "");
    clock.advanceTo(EPOCH);
    clock.freeze("neutral");
    clock.reset(null);
    assertThat(clock.now()).isEqualTo(Instant.EPOCH);

    clock.fork("neutral", EPOCH);
    clock.advanceTo(EPOCH.plusSeconds(15));

    assertThat(log()).containsExactly(beat(15, 1));
  }

  @Test
  void endsWithAResetIfItHasRelayPorts() throws Exception {
    clock.openRelay();
    run("forked", "");
    clock.advanceTo(EPOCH);
    clock.freeze("branch");
    clock.fork("branch", EPOCH);

    clock.reset(null);

    assertThatThrownBy(() -> clock.fork("branch", EPOCH))
        .hasMessage("no template is called branch");
  }

  @Test
  void keepsItsPortsUntilItEnds() throws Exception {
    clock.reservePort();
    run("forked", "");
    clock.advanceTo(EPOCH);
    clock.freeze("one");

    clock.endFork("one");

    assertThatThrownBy(() -> clock.fork("one", EPOCH)).hasMessage("no template is called one");
    assertThatThrownBy(() -> clock.endFork("one")).hasMessage("no template is called one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timer-descriptor | it has opened anon_inode:\\[timerfd]
          unix-socket      | descriptor \\d+ is a socket of an unknown kind
          file-elsewhere   | it has opened /etc/passwd
          deleted-file     | it has opened .*/gone \\(deleted\\)
          file-twice       | it has opened beats twice
          record-lock      | it holds a lock of an unknown kind on descriptor \\d+
          bytes-in-pipe    | bytes wait in its pipe \\d+
          half-a-pipe      | descriptor \\d+ is a pipe to another process
          shared-memory    | it shares the memory of /dev/zero \\(deleted\\)
          bytes-in-socket  | bytes wait in its socket \\d+
          kernel-timer     | it has timers of the kernel
          blocked-signal   | a signal waits for thread \\d+
          standard-input   | its standard input is not /dev/null
          no-ids           | Go's ids of its threads are not found
          """)
  void isRefusedWith(String what, String reason) throws Exception {
    run("forked", what);
    clock.advanceTo(EPOCH);

    assertThatThrownBy(() -> clock.freeze("refused")).message().matches("forked: " + reason);

    // It has ended, and the launcher can go on.
    assertThatThrownBy(() -> clock.fork("refused", EPOCH))
        .hasMessage("no template is called refused");
    clock.reset(null);
    clock.setEpoch(EPOCH);
    run("forked", "");
    clock.advanceTo(EPOCH.plusSeconds(15));
    assertThat(log()).containsExactly(beat(15, 1));
  }

  @Test
  void isRefusedForAThreadThatReads() throws Exception {
    run("forked", "reading-thread");
    clock.setProgressLimit(Duration.ofMillis(200));
    assertThatThrownBy(() -> clock.advanceTo(EPOCH)).hasMessageContaining(" is in read");

    assertThatThrownBy(() -> clock.freeze("refused"))
        .message()
        .matches("forked: thread \\d+ does not sleep in a way that is known");
  }

  @Test
  void isRefusedIfOneOfSeveralCannotBeFrozen() throws Exception {
    run("forked", "");
    clock.start(
        new Program(
            "sleeper",
            List.of("/bin/sleep", "1000"),
            Map.of(),
            "sleeper.log",
            Slack.NONE,
            Duration.ZERO,
            Ending.A_FAILURE,
            List.of()));
    clock.advanceTo(EPOCH);

    assertThatThrownBy(() -> clock.freeze("refused"))
        .hasMessage("sleeper: Go's ids of its threads are not found");

    assertThat(clock.awaitExit("forked", Duration.ZERO)).isPresent();
    assertThat(clock.awaitExit("sleeper", Duration.ZERO)).isPresent();
  }

  @Test
  void isRefusedWithoutPrograms() {
    assertThatThrownBy(() -> clock.freeze("nothing")).hasMessage("nothing runs");
  }

  @Test
  void isRefusedUnderTheRealClock() throws Exception {
    clock.start(
        new RealTimeProgram(
            "real", List.of("sleep", "1000"), temporary, Map.of("PATH", "/bin:/usr/bin"), "log"));

    assertThatThrownBy(() -> clock.freeze("real")).hasMessage("a program sees the real clock");
  }

  @Test
  void isRefusedForANameThatIsInUse() throws Exception {
    run("forked", "");
    clock.advanceTo(EPOCH);
    clock.freeze("one");
    clock.fork("one", EPOCH);

    assertThatThrownBy(() -> clock.freeze("one")).hasMessage("there is a template of this name");
  }

  @Test
  void isRefusedAfterItsTemplateWasKilled() throws Exception {
    long pid = run("forked", "");
    clock.advanceTo(EPOCH);
    clock.freeze("killed");
    ProcessHandle template = ProcessHandle.of(pid).orElseThrow();

    template.destroyForcibly();
    template.onExit().get();

    assertThatThrownBy(() -> clock.fork("killed", EPOCH))
        .hasMessage("forked: its template has ended");
    clock.endFork("killed");
  }

  private long run(String name, String what) throws Exception {
    Path program = CompiledProgram.of("forked.c", temporary);
    return clock.start(
        new Program(
            name,
            List.of(program.toString(), what),
            Map.of(),
            name + ".log",
            Slack.NONE,
            Duration.ZERO,
            Ending.A_FAILURE,
            List.of()));
  }

  private static String beat(long seconds, int number) {
    Instant time = EPOCH.plusSeconds(seconds);
    return time.getEpochSecond() + "000000000 " + number;
  }

  private List<String> log() {
    return read("forked.log").lines().toList();
  }

  private String read(String path) {
    return new String(clock.read(path), StandardCharsets.UTF_8);
  }
}
