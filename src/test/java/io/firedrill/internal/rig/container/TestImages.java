package io.firedrill.internal.rig.container;

import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigPool;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;

/** The servers for tests in containers: official images, or images with the same layout. */
public final class TestImages {

  /** The images of the newest pair. */
  public static final String PROMETHEUS = "prom/prometheus:v3.5.3";

  public static final String ALERTMANAGER = "prom/alertmanager:v0.33.1";

  private static final Map<String, ContainerRequest> PAIRS =
      Map.of(
          "2.42", new ContainerRequest("2.42.0", "0.25.0"),
          "2.53.3", new ContainerRequest("2.53.3", "0.28.1"),
          "3.5.3", new ContainerRequest("3.5.3", "0.33.1"));

  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();
  private static final Map<String, ContainerRigFactory> RIGS = new ConcurrentHashMap<>();

  private TestImages() {}

  /** Rigs of the newest pair that the tests have as images and as local executables. */
  public static ContainerRigFactory newest() {
    return rigs("3.5.3");
  }

  /** Rigs of a Prometheus version and its Alertmanager; all tests of the JVM share them. */
  public static ContainerRigFactory rigs(String version) {
    requireEngine();
    return RIGS.computeIfAbsent(version, any -> ContainerRigFactory.of(pair(version), line -> {}));
  }

  /** Rigs of the newest pair with containers of their own. */
  public static RigFactory unshared() {
    return ContainerRigFactory.of(pair("3.5.3"), line -> {});
  }

  /** The same, without a first container. */
  public static RigFactory unopened() {
    Engine engine = Engine.connect();
    return RigPool.of(
        new ContainerPlaces(
            engine, PairImage.of(engine.client(), pair("3.5.3"), line -> {}), create -> {}));
  }

  static ContainerRequest pair(String version) {
    return PAIRS.get(version);
  }

  /** Whether tests in containers run. */
  public static boolean haveEngine() {
    try {
      requireEngine();
      return true;
    } catch (TestAbortedException e) {
      return false;
    }
  }

  /**
   * Skips the test with the reason if no engine answers, or it has no images for tests; fails it if
   * containers are required.
   */
  public static void requireEngine() {
    try {
      if (!Engine.seemsThere(System.getenv())) {
        throw new RigException("there is no container engine");
      }
      PairImage.of(Engine.connect().client(), pair("3.5.3"), line -> {});
    } catch (RigException e) {
      if (System.getenv("FIREDRILL_REQUIRE_CONTAINERS") != null) {
        throw e;
      }
      String reason = e.getMessage().lines().findFirst().orElse("");
      if (TOLD.add(reason)) {
        System.out.println("tests in containers are skipped: " + reason);
      }
      Assumptions.abort(reason);
    }
  }
}
