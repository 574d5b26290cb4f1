package io.firedrill.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.clock.Program.Ending;
import io.firedrill.internal.clock.Program.Slack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A program with the new time never communicates with one that has the old time. */
class OneTimeForAllTest {

  private static final int MOVES = 50;
  private static final int SLEEPERS = 20;

  @TempDir Path temporary;

  @Test
  @DisabledIf(
      value = "io.firedrill.machine.EmulatedMachine#isGiven",
      disabledReason = "compiles a program for this machine")
  void setsTheNewTimeForAllBeforeItWakesOne() throws Exception {
    Path executable = CompiledProgram.of("asks-at-once.c", temporary);
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null)) {
      // The launcher wakes the last started program first.
      clock.start(program("answerer", executable));
      for (int i = 0; i < SLEEPERS; i++) {
        clock.start(program("sleeper", executable, "-" + i));
      }
      clock.start(program("asker", executable));

      clock.advanceTo(Instant.EPOCH.plusSeconds(MOVES));

      List<String> clocks =
          new String(clock.read("asker.log"), StandardCharsets.US_ASCII).lines().toList();
      assertThat(clocks).hasSize(MOVES);
      assertThat(clocks)
          .allSatisfy(line -> assertThat(line.split(" ")[0]).isEqualTo(line.split(" ")[1]));
    }
  }

  private static Program program(String role, Path executable) {
    return program(role, executable, "");
  }

  private static Program program(String role, Path executable, String number) {
    return new Program(
        role + number,
        List.of(executable.toString(), role),
        Map.of(),
        role + number + ".log",
        Slack.NONE,
        Duration.ZERO,
        Ending.A_FAILURE,
        List.of());
  }
}
