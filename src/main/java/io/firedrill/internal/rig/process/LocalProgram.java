package io.firedrill.internal.rig.process;

import io.firedrill.internal.clock.Exit;
import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.rig.LauncherBinary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program of this machine that lives by the real clock. On Linux it ends with this JVM, however
 * that ends, and so do all processes that it has started and the files in its {@code TMPDIR}; on
 * other systems a JVM that is killed leaves it running.
 */
public interface LocalProgram extends AutoCloseable {

  /**
   * Starts a program.
   *
   * @param command the program, which is looked for on the {@code PATH} where it has no slash, and
   *     its arguments
   * @param environment all of its environment, but for {@code TMPDIR}
   * @param patience how long what starts it and looks after it may be silent
   * @throws io.firedrill.internal.rig.RigException where it cannot be started; the message says why
   */
  static LocalProgram start(
      List<String> command, Path directory, Map<String, String> environment, Patience patience) {
    boolean supervised =
        System.getProperty("os.name").equals("Linux")
            && LauncherBinary.of(System.getProperty("os.arch")).isPresent();
    return supervised
        ? SupervisedProgram.start(command, directory, environment, patience)
        : PlainProgram.start(command, directory, environment);
  }

  /**
   * Waits for the program's end.
   *
   * @param atMostWall wall-clock time
   * @return how it ended, or empty where it still runs
   */
  Optional<Exit> awaitExit(Duration atMostWall);

  /** What it has printed so far. */
  String output();

  /** Ends it, and what it has started. Never throws. */
  @Override
  void close();
}
