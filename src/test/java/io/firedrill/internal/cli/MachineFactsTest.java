package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineFactsTest {

  @TempDir private Path proc;

  @Test
  void saysWhatKeepsTheLauncherFromTracing() throws IOException {
    Files.createDirectories(proc.resolve("sys/kernel/yama"));
    Files.createDirectories(proc.resolve("self"));
    Files.writeString(proc.resolve("sys/kernel/yama/ptrace_scope"), "3\n");
    Files.writeString(proc.resolve("self/status"), "Name:\tjava\nSeccomp:\t2\n");

    assertThat(new MachineFacts("Linux", "6.1", "amd64", proc).lines())
        .containsExactly(
            "kernel: Linux 6.1 on amd64",
            "ptrace: yama.ptrace_scope is 3; no process may trace another, so local servers cannot"
                + " run",
            "seccomp: a filter applies to this process; it must allow ptrace and seccomp");
    assertThat(new MachineFacts("Mac OS X", "14", "aarch64", proc).lines())
        .containsExactly(
            "kernel: Mac OS X 14 on aarch64; local servers need Linux on amd64 or arm64");
  }

  @Test
  void readsThisMachine() {
    assertThat(MachineFacts.ofThisJvm().lines().get(0)).startsWith("kernel: ");
  }
}
