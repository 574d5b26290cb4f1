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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A program that polls every 50 to 150 ms, and has a timer every 15 s. */
class RestlessProgramTest {

  private static final Instant EPOCH = Instant.ofEpochSecond(1_000_000, 500_000_000);

  @TempDir Path temporary;

  @Test
  @DisabledIf(
      value = "io.firedrill.machine.EmulatedMachine#isGiven",
      disabledReason = "compiles a program for this machine")
  void takesAMoveForEachStepNotForEachWakeUp() throws Exception {
    Path executable = CompiledProgram.of("restless.c", temporary);
    try (TestLauncher launcher = TestLauncher.start(temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null)) {
      clock.setEpoch(EPOCH);
      clock.start(
          new Program(
              "restless",
              List.of(executable.toString()),
              Map.of(),
              "restless.log",
              Slack.UP_TO_TARGET,
              Duration.ZERO,
              Ending.A_FAILURE,
              List.of()));
      clock.setSteps("restless", Duration.ofSeconds(1), EPOCH);

      // With one move for each wake-up, there would be about 70,000.
      assertThat(clock.advanceTo(EPOCH.plus(Duration.ofHours(1)))).isEqualTo(3600);

      assertThat(new String(clock.read("restless.log"), StandardCharsets.US_ASCII).lines())
          .containsExactlyElementsOf(
              Stream.iterate(EPOCH.plusSeconds(15), t -> t.plusSeconds(15))
                  .limit(240)
                  .map(t -> String.valueOf(Nanos.of(t)))
                  .toList());
    }
  }
}
