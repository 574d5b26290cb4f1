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
 * A program of this machine that sees the real clock. On Linux it ends with this JVM, even if that
 * is killed, and so do all processes that it has started; the files in its {@code TMPDIR} are
 * deleted. On other systems it keeps running if the JVM is killed.
 */
public interface LocalProgram extends AutoCloseable {

  /**
   * Starts a program.
   *
   * @param command the program and its arguments; a program without a slash is searched on the
   *     {@code PATH}
   * @param environment its whole environment, except {@code TMPDIR}
   * @param patience the limit for answers of the launcher that starts it
   * @throws io.firedrill.internal.rig.RigException if it cannot be started; the message says why
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
   * @param atMostWall the wall-clock limit
   * @return how it ended; empty if it still runs
   */
  Optional<Exit> awaitExit(Duration atMostWall);

  /** Its output so far. */
  String output();

  /** Ends it and the processes that it has started. Never throws. */
  @Override
  void close();
}
