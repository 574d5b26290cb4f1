package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.clock.Exit;
import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.rig.RigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that see the real clock, with and without a launcher. */
class LocalProgramTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path directory;

  private enum Kind {
    SUPERVISED,
    PLAIN;

    LocalProgram start(Path directory, String... command) {
      Map<String, String> environment = Map.of("PATH", "/bin:/usr/bin", "OWN", "a b");
      return this == PLAIN
          ? PlainProgram.start(List.of(command), directory, environment)
          : SupervisedProgram.start(List.of(command), directory, environment, Patience.DEFAULT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void haveTheirEnvironmentAndDirectoryAndCompleteOutput(Kind kind) throws Exception {
    String script = "echo \"$OWN\" && pwd && echo $TMPDIR && exit 3";
    Path ownTemporary;
    try (LocalProgram program = kind.start(directory, "sh", "-c", script)) {
      assertThat(program.awaitExit(PATIENCE)).contains(new Exit(false, 3));

      List<String> lines = program.output().lines().toList();
      assertThat(lines.subList(0, 2)).containsExactly("a b", directory.toRealPath().toString());
      ownTemporary = Path.of(lines.get(2));
      assertThat(ownTemporary).isDirectory();
    }
    assertThat(ownTemporary).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void endWithTheirChildren(Kind kind) throws Exception {
    Path pid = directory.resolve("pid");
    String script = "sleep 1000 & echo $! > pid.part && mv pid.part pid && wait";
    ProcessHandle child;
    try (LocalProgram program = kind.start(directory, "sh", "-c", script)) {
      while (!Files.exists(pid)) {
        assertThat(program.awaitExit(Duration.ofMillis(5))).isEmpty();
      }
      child = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }
    child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @EnumSource
  void thatDoNotExistAreAnError(Kind kind) {
    assertThatThrownBy(() -> kind.start(directory, "/nonexistent/exporter"))
        .isInstanceOf(RigException.class)
        .hasMessageContaining("No such file or directory");
  }

  @Test
  void aLauncherThatDoesNotStartIsQuoted() throws Exception {
    Path launcher = directory.resolve("launcher");
    Files.writeString(launcher, "#!/bin/sh\necho 'vclock: no room' >&2\nexit 73\n");
    launcher.toFile().setExecutable(true);

    assertThatThrownBy(() -> LauncherProcess.start(launcher, directory))
        .isInstanceOf(RigException.class)
        .hasMessage("the launcher did not start: vclock: no room");
  }
}
