package io.firedrill.internal.rig.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A source of pairs of servers. */
interface PairSource {

  /**
   * Fetches the newest matching pair that starts on this machine.
   *
   * @param directory an empty directory, which the caller deletes
   * @param progress takes one line for each step that takes time
   * @throws ServersNotFoundException if there is none
   */
  Fetched fetch(
      VersionPrefix prometheus,
      VersionPrefix alertmanager,
      Path directory,
      Consumer<String> progress)
      throws IOException;

  /**
   * A fetched pair.
   *
   * @param binaries the directory with the executables
   * @param origin their origin, for messages
   */
  record Fetched(Path binaries, String origin) {}
}
