package io.firedrill.internal.rig.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The requested servers. Each is a version or a prefix of it ({@code 2.53.3}, {@code 3.5}), the
 * path of the executable or its directory, or the empty string for any.
 *
 * @param prometheus the requested Prometheus
 * @param alertmanager the requested Alertmanager; if it is empty and {@code prometheus} is a
 *     version, the one that was packaged together with that
 */
public record ServerRequest(String prometheus, String alertmanager) {

  /** Any servers. */
  public static ServerRequest any() {
    return new ServerRequest("", "");
  }

  /** A Prometheus, with the Alertmanager that was packaged together with it. */
  public static ServerRequest ofPrometheus(String prometheus) {
    return new ServerRequest(prometheus, "");
  }

  /** The requested version; empty if the text is a path. An existing file is a path. */
  static Optional<VersionPrefix> version(String wanted) {
    return isPath(wanted) ? Optional.empty() : Optional.of(VersionPrefix.parse(wanted));
  }

  static boolean isPath(String wanted) {
    return !wanted.isEmpty() && (wanted.contains("/") || Files.exists(Path.of(wanted)));
  }
}
