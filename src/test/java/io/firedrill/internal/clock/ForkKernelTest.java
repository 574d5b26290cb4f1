package io.firedrill.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.clock.Program.Ending;
import io.firedrill.internal.clock.Program.Slack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kernels that lack what forks need, or forbid it, as Yama and gVisor do: programs run as usual,
 * and are not forked.
 */
@DisabledIf(
    value = "io.firedrill.machine.EmulatedMachine#isGiven",
    disabledReason = "compiles a program for this machine")
class ForkKernelTest {

  private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");
  private static final String ENOSYS = "38";
  private static final String EPERM = "1";
  private static final String EIO = "5";

  @TempDir Path temporary;

  /** System calls with their numbers on amd64 and arm64, and the first argument that is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PTRACE_SEIZE                   | 101 | 117 | 0x4206 | EPERM  | the kernel does not allow tracing: .+
          PTRACE_PEEKSIGINFO             | 101 | 117 | 0x4209 | EIO    | a signal waits for thread \\d+
          PTRACE_SETSIGMASK              | 101 | 117 | 0x420b | EIO    | its signals cannot be blocked: .+
          PTRACE_GET_RSEQ_CONFIGURATION  | 101 | 117 | 0x420f | EIO    | the kernel does not tell about restartable sequences: .+
          get_robust_list                | 274 | 100 | any    | ENOSYS | its robust list cannot be read: .+
          """)
  void areNotFrozen(
      String call, String amd64, String arm64, String first, String error, String reason)
      throws Exception {
    refuses(ARM ? arm64 : amd64, first, error, reason, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          openat2      | 437 | 437 | any | ENOSYS | it cannot open a file again: .+
          memfd_create | 319 | 279 | any | ENOSYS | it cannot make its clock: .+
          """)
  void areNotForked(
      String call, String amd64, String arm64, String first, String error, String reason)
      throws Exception {
    // The clock of the program itself is a memfd too, so only the program may lack that call.
    refuses(ARM ? arm64 : amd64, first, error, reason, true);
  }

  private void refuses(String call, String first, String error, String reason, boolean frozen)
      throws Exception {
    String program = CompiledProgram.of("forked.c", temporary).toString();
    String without = CompiledProgram.of("without.c", temporary).toString();
    List<String> lacking =
        List.of(
            without,
            call,
            first,
            switch (error) {
              case "EPERM" -> EPERM;
              case "EIO" -> EIO;
              default -> ENOSYS;
            });
    try (TestLauncher launcher =
            frozen ? TestLauncher.start(temporary) : LocalLauncher.startBy(lacking, temporary);
        VirtualClock clock = VirtualClock.connect(launcher.address(), "secret", null)) {
      clock.setEpoch(Instant.EPOCH);
      for (int i = 0; i < 2; i++) {
        clock.start(
            new Program(
                "forked",
                frozen
                    ? Stream.concat(lacking.stream(), Stream.of(program)).toList()
                    : List.of(program),
                Map.of(),
                "forked.log",
                Slack.NONE,
                Duration.ZERO,
                Ending.A_FAILURE,
                List.of()));
        clock.advanceTo(Instant.EPOCH.plusSeconds(15));
        assertThat(new String(clock.read("forked.log"))).isEqualTo("15000000000 1\n");

        assertThatThrownBy(() -> freezeAndFork(clock)).message().matches("forked: " + reason);

        clock.reset(null);
      }
    }
  }

  private static void freezeAndFork(VirtualClock clock) {
    clock.freeze("one");
    try {
      clock.fork("one", Instant.EPOCH);
    } finally {
      clock.endFork("one");
    }
  }
}
