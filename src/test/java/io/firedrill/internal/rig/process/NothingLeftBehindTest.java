package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the JVM ends, the servers end and their files are deleted. */
class NothingLeftBehindTest {

  @TempDir Path temporary;

  /** One descendant leaves its session, one also its parent, and one ignores signals. */
  private static final String EXPORTER =
      """
      mktemp
      setsid sleep 1000 &
      setsid sh -c 'sleep 1000 & sleep 1000 & exit'
      (trap '' TERM INT HUP; while :; do sleep 1; done) &
      exec python3 -m http.server --bind 127.0.0.1 "$PORT"
      """;

  /** How often a JVM is killed by each signal; a system property sets a higher number. */
  private static final int KILLS = Integer.getInteger("firedrill.test.kills", 1);

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM", "INT", "HUP"})
  void whenTheJvmIsEndedBy(String signal) throws Exception {
    for (int i = 0; i < KILLS; i++) {
      Process jvm = startJvm();
      List<ProcessHandle> programs = jvm.descendants().toList();
      // Two launchers and their guards, both servers and their templates, the exporter and four
      // that
      // it started.
      assertThat(programs).hasSizeGreaterThanOrEqualTo(13);
      assertThat(entries()).hasSize(3); // those of the launchers, and that of the templates

      new ProcessBuilder("kill", "-" + signal, String.valueOf(jvm.pid())).start().waitFor();

      assertThat(jvm.waitFor()).isGreaterThan(128);
      awaitGone(programs);
      awaitNoEntries();
    }
  }

  /** A launcher and its guard are two processes, each in its own session. */
  @ParameterizedTest
  @ValueSource(strings = {"launcher", "guard"})
  void whenTheirSupervisorsAreKilled(String victim) throws Exception {
    for (int i = 0; i < KILLS; i++) {
      Process jvm = startJvm();
      List<ProcessHandle> programs = jvm.descendants().toList();
      assertThat(programs).hasSizeGreaterThanOrEqualTo(13);
      List<ProcessHandle> guards = jvm.children().toList();
      assertThat(guards).hasSize(2);
      List<ProcessHandle> victims =
          victim.equals("guard")
              ? guards
              : guards.stream().flatMap(ProcessHandle::children).toList();
      assertThat(victims).hasSize(2);

      victims.forEach(ProcessHandle::destroyForcibly);

      awaitGone(programs);
      // The JVM reads the logs of a launcher that was killed, and removes them when it is done.
      jvm.getOutputStream().close();
      jvm.waitFor();
      awaitNoEntries();
    }
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

  /** A launcher removes its directory at its end, and so before it is a zombie. */
  private void awaitNoEntries() throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!entries().isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(entries()).isEmpty();
  }

  private Process startJvm() throws IOException {
    return startJvm(EXPORTER);
  }

  private Process startJvm(String exporter) throws IOException {
    ServerPair servers = TestPairs.pair("3.5.3");
    ProcessBuilder builder =
        new ProcessBuilder(
            "env",
            "--default-signal=INT,HUP", // whoever runs the tests may ignore them
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Djava.io.tmpdir=" + temporary,
            "-XX:-UsePerfData",
            ChildJvm.class.getName(),
            servers.prometheus().executable().toString(),
            servers.alertmanager().executable().toString(),
            exporter);
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
