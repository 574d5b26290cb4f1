package io.firedrill.rig.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the JVM, the servers end and their files go. */
class NothingLeftBehindTest {

  @TempDir Path temporary;

  @Test
  void whenTheJvmIsKilled() throws Exception {
    Process jvm = startJvm();
    List<ProcessHandle> programs = jvm.descendants().toList();
    assertThat(programs).hasSize(3); // launcher, Prometheus, Alertmanager
    assertThat(entries()).hasSize(1);

    jvm.destroyForcibly();

    assertThat(jvm.waitFor()).isEqualTo(128 + 9);
    for (ProcessHandle program : programs) {
      program.onExit().get(5, TimeUnit.MINUTES);
    }
    assertThat(entries()).isEmpty();
  }

  @Test
  void whenTheLauncherIsKilled() throws Exception {
    Process jvm = startJvm();
    List<ProcessHandle> servers =
        jvm.descendants().filter(p -> p.parent().orElseThrow().pid() != jvm.pid()).toList();
    assertThat(servers).hasSize(2);

    jvm.children().forEach(ProcessHandle::destroyForcibly);

    for (ProcessHandle server : servers) {
      server.onExit().get(5, TimeUnit.MINUTES);
    }
    jvm.getOutputStream().close();
    jvm.waitFor();
  }

  @Test
  void whenTheRigIsClosed() throws Exception {
    Process jvm = startJvm();
    List<ProcessHandle> programs = jvm.descendants().toList();

    jvm.getOutputStream().close();

    assertThat(jvm.waitFor()).isZero();
    awaitGone(programs);
    assertThat(entries()).isEmpty();
  }

  private static void awaitGone(List<ProcessHandle> programs) {
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (programs.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(programs).noneMatch(ProcessHandle::isAlive);
  }

  private Process startJvm() throws IOException {
    ServerPair servers = TestPairs.pair("3.5.3");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Djava.io.tmpdir=" + temporary,
            "-XX:-UsePerfData",
            ChildJvm.class.getName(),
            servers.prometheus().executable().toString(),
            servers.alertmanager().executable().toString());
    Process jvm = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(jvm.inputReader().readLine()).startsWith("ready ");
    return jvm;
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(temporary)) {
      return entries.toList();
    }
  }
}
