package io.firedrill.internal.rig.process;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.Exit;
import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.clock.RealTimeProgram;
import io.firedrill.internal.files.TemporaryFiles;
import io.firedrill.internal.rig.RigException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program under its own launcher. */
final class SupervisedProgram implements LocalProgram {

  private static final String NAME = "program";
  private static final String LOG = "program.log";

  private final LauncherProcess launcher;

  private SupervisedProgram(LauncherProcess launcher) {
    this.launcher = launcher;
  }

  static SupervisedProgram start(
      List<String> command, Path directory, Map<String, String> environment, Patience patience) {
    LauncherProcess launcher =
        LauncherProcess.start(
            Launcher.in(CacheDirectory.of(System.getenv())), TemporaryFiles.place());
    Map<String, String> own = new HashMap<>(environment);
    own.put("TMPDIR", launcher.directory().toString());
    try {
      launcher.clock().setProgressLimit(patience.limit());
      launcher.clock().start(new RealTimeProgram(NAME, command, directory, own, LOG));
      return new SupervisedProgram(launcher);
    } catch (ClockException e) {
      launcher.close();
      throw new RigException(e.getMessage(), e);
    }
  }

  @Override
  public Optional<Exit> awaitExit(Duration atMostWall) {
    return launcher.clock().awaitExit(NAME, atMostWall);
  }

  @Override
  public String output() {
    try {
      return new String(launcher.clock().read(LOG), StandardCharsets.ISO_8859_1);
    } catch (ClockException e) {
      return "";
    }
  }

  @Override
  public void close() {
    launcher.close();
  }
}
