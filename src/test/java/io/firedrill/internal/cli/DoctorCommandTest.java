package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.rig.RigException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  @TempDir private Path directory;

  @Test
  void saysThatEverythingWorks() {
    Run run = Cli.in(directory).command("doctor");

    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(run.out())
        .startsWith("kernel: ")
        .contains("\nservers: Prometheus ")
        .endsWith("\neverything works: 52 options, endpoints, log lines and files\n");
  }

  @Test
  void saysThatTheServersCannotBeStarted() {
    Cli cli =
        Cli.with(
            directory,
            (choice, progress) -> {
              throw new RigException("ptrace is not allowed here");
            });

    Run run = cli.command("doctor");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).startsWith("kernel: ").endsWith("FAIL  the servers cannot be started\n");
    assertThat(run.err()).contains("ptrace is not allowed here");
  }
}
