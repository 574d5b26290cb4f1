package io.firedrill.internal.rig.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which servers are wanted. Each of the two is the empty string for whichever there is, a version
 * or its beginning ({@code 2.53.3}, {@code 3.5}), or the path of the executable or of a directory
 * that holds it.
 *
 * @param prometheus the wanted Prometheus
 * @param alertmanager the wanted Alertmanager; where it is empty and {@code prometheus} names a
 *     version, the one that was packaged together with it
 */
public record ServerRequest(String prometheus, String alertmanager) {

  /** Whichever servers there are. */
  public static ServerRequest any() {
    return new ServerRequest("", "");
  }

  /** A Prometheus and the Alertmanager that goes with it. */
  public static ServerRequest ofPrometheus(String prometheus) {
    return new ServerRequest(prometheus, "");
  }

  /** The version that a text asks for; empty where it is a path. An existing file is a path. */
  static Optional<VersionPrefix> version(String wanted) {
    return isPath(wanted) ? Optional.empty() : Optional.of(VersionPrefix.parse(wanted));
  }

  static boolean isPath(String wanted) {
    return !wanted.isEmpty() && (wanted.contains("/") || Files.exists(Path.of(wanted)));
  }
}
