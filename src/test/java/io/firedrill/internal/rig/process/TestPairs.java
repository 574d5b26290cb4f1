package io.firedrill.internal.rig.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/** The servers for tests: by version, fetched where needed. */
public final class TestPairs {

  /** One version of Prometheus of each tested pair. */
  public static final String[] VERSIONS = {"2.42", "2.53.3", "3.5.3"};

  /** A directory with servers that replace the newest pair, to try a new version. */
  private static final String NEWEST = System.getProperty("test.newest", "");

  private static final Map<String, ServerPair> FOUND = new ConcurrentHashMap<>();
  private static final Map<String, ProcessRigFactory> RIGS = new ConcurrentHashMap<>();

  private TestPairs() {}

  /** Rigs of the newest pair. */
  public static ProcessRigFactory newest() {
    return rigs(VERSIONS[VERSIONS.length - 1]);
  }

  /** Rigs of a Prometheus version and its Alertmanager; all tests of the JVM share them. */
  public static ProcessRigFactory rigs(String version) {
    ServerPair pair = pair(version);
    return RIGS.computeIfAbsent(version, any -> ProcessRigFactory.of(pair));
  }

  /**
   * The servers of a version. If they are not available, the test is skipped with the reason; on
   * CI, it fails.
   */
  public static ServerPair pair(String version) {
    return FOUND.computeIfAbsent(version, TestPairs::locate);
  }

  private static ServerPair locate(String version) {
    try {
      return ServerBinaries.ofThisMachine(line -> {}).locate(request(version));
    } catch (ServersNotFoundException e) {
      if (System.getenv("CI") != null) {
        throw e;
      }
      return Assumptions.abort("no Prometheus " + version + ": " + e.getMessage());
    }
  }

  private static ServerRequest request(String version) {
    boolean other = !NEWEST.isEmpty() && version.equals(VERSIONS[VERSIONS.length - 1]);
    return other ? new ServerRequest(NEWEST, NEWEST) : ServerRequest.ofPrometheus(version);
  }
}
