package io.firedrill.internal.rig.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Somewhere to fetch a pair of servers from. */
interface PairSource {

  /**
   * Fetches the newest pair that fits and starts on this machine.
   *
   * @param directory empty, and the caller's to delete
   * @param progress is told what takes time
   * @throws ServersNotFoundException if there is none
   */
  Fetched fetch(
      VersionPrefix prometheus,
      VersionPrefix alertmanager,
      Path directory,
      Consumer<String> progress)
      throws IOException;

  /**
   * What was fetched.
   *
   * @param binaries a directory that holds the executables
   * @param origin where they came from, for people
   */
  record Fetched(Path binaries, String origin) {}
}
