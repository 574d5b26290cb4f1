package io.firedrill.internal.rig.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the servers' executables: at a configured path, on the search path, or in a cache. On
 * Debian and Ubuntu the cache is filled from the distribution's packages, without root and without
 * changes to the machine. The cache is {@code $XDG_CACHE_HOME/firedrill} or {@code
 * ~/.cache/firedrill}; several JVMs may use it at once.
 */
public final class ServerBinaries {

  private static final String WAYS_OUT =
      """
      Ways out:
      - install both servers; on Debian and Ubuntu: apt install prometheus prometheus-alertmanager
      - name their executables in FIREDRILL_PROMETHEUS and FIREDRILL_ALERTMANAGER
      - use a container engine instead of local processes""";

  private final Map<String, String> environment;
  private final PairCache cache;

  ServerBinaries(Map<String, String> environment, PairSource source, Consumer<String> progress) {
    this.environment = environment;
    this.cache = new PairCache(CacheDirectory.of(environment).resolve("servers"), source, progress);
  }

  /**
   * Searches with this process's environment variables.
   *
   * @param progress takes one line for each step that takes time
   */
  public static ServerBinaries ofThisMachine(Consumer<String> progress) {
    return of(System.getenv(), progress);
  }

  /**
   * Searches with the environment variables {@code PATH}, {@code XDG_CACHE_HOME} and {@code HOME}.
   *
   * @param progress takes one line for each step that takes time
   */
  public static ServerBinaries of(Map<String, String> environment, Consumer<String> progress) {
    return new ServerBinaries(environment, AptPairs::fetch, progress);
  }

  /**
   * Finds both servers; may fetch them, which takes some seconds.
   *
   * @throws ServersNotFoundException if there are none that match and run on this machine; the
   *     message lists what can be done
   */
  public ServerPair locate(ServerRequest request) {
    try {
      return locateOrFetch(request);
    } catch (ServersNotFoundException e) {
      throw new ServersNotFoundException(e.getMessage() + "\n" + WAYS_OUT, e);
    }
  }

  private ServerPair locateOrFetch(ServerRequest request) {
    Optional<ServerBinary> prometheus = present(request.prometheus(), Executables.PROMETHEUS);
    String besides = besides(request);
    // A pair that was packaged together is preferred to a single server of another installation.
    Optional<ServerBinary> alertmanager =
        prometheus.isEmpty() && besides.isEmpty()
            ? Optional.empty()
            : present(besides, Executables.ALERTMANAGER);
    if (prometheus.isPresent() && alertmanager.isPresent()) {
      return ServerPair.of(prometheus.get(), alertmanager.get());
    }
    ServerPair cached = cache.get(wanted(request.prometheus()), wanted(request.alertmanager()));
    return ServerPair.of(
        prometheus.orElse(cached.prometheus()), alertmanager.orElse(cached.alertmanager()));
  }

  /** A directory that was named for Prometheus often contains Alertmanager, too. */
  private static String besides(ServerRequest request) {
    boolean both =
        request.alertmanager().isEmpty()
            && ServerRequest.isPath(request.prometheus())
            && Executables.in(Path.of(request.prometheus()), Executables.ALERTMANAGER).isPresent();
    return both ? request.prometheus() : request.alertmanager();
  }

  /** An executable by its path, or on the search path if its version matches. */
  private Optional<ServerBinary> present(String wanted, List<String> names) {
    if (ServerRequest.isPath(wanted)) {
      return Optional.of(named(Path.of(wanted), names));
    }
    VersionPrefix version = wanted(wanted);
    return Executables.onPath(environment.getOrDefault("PATH", ""), names)
        .map(p -> binary(p, "search path"))
        .filter(b -> version.matches(b.version()));
  }

  private static ServerBinary named(Path path, List<String> names) {
    Path executable = path;
    if (Files.isDirectory(path)) {
      executable =
          Executables.in(path, names)
              .orElseThrow(
                  () ->
                      new ServersNotFoundException(
                          path + " contains no executable " + String.join(" or ", names)));
    }
    return binary(executable.toAbsolutePath(), "setting");
  }

  private static ServerBinary binary(Path executable, String origin) {
    return new ServerBinary(executable, Executables.version(executable), origin, "");
  }

  private static VersionPrefix wanted(String wanted) {
    return ServerRequest.version(wanted).orElse(VersionPrefix.parse(""));
  }
}
