package io.firedrill.junit;

import io.firedrill.internal.rig.PatientRigs;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.choice.RigFactories;
import io.firedrill.internal.rig.choice.ServerChoice;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The rigs of this JVM, shared by all test classes and engines. They close when the last user
 * releases them.
 */
@SuppressWarnings("deprecation") // JUnit 5.12 closes only CloseableResources.
final class SharedRigs implements AutoCloseable, CloseableResource {

  private static final System.Logger LOG = System.getLogger("io.firedrill");
  private static final RigFactories RIGS =
      RigFactories.of(System.getenv(), line -> LOG.log(System.Logger.Level.INFO, line));
  private static SharedRigs current;

  private final Turnstile turnstile;
  private final Optional<Duration> timeout;
  private final Map<ServerChoice, RigFactory> factories = new HashMap<>();
  private final Map<ServerChoice, RuntimeException> missing = new HashMap<>();
  private int users;

  private SharedRigs(Settings settings) {
    this.turnstile = new Turnstile(settings.mostRigs());
    this.timeout = settings.timeout();
  }

  /** Shares the rigs until the result is closed. The first call sets the maximum number of rigs. */
  static SharedRigs share(Settings settings) {
    synchronized (SharedRigs.class) {
      if (current == null) {
        current = new SharedRigs(settings);
      }
      current.users++;
      return current;
    }
  }

  /** The turnstile that limits the tests with servers. */
  Turnstile turnstile() {
    return turnstile;
  }

  /**
   * Rigs with these servers; may fetch the servers, which takes some seconds.
   *
   * @throws io.firedrill.internal.rig.RigException if they are not available; immediately if they
   *     were not available the last time
   */
  synchronized RigFactory of(ServerChoice choice) {
    if (missing.containsKey(choice)) {
      throw missing.get(choice);
    }
    try {
      return factories.computeIfAbsent(choice, this::choose);
    } catch (RuntimeException e) {
      missing.put(choice, e);
      throw e;
    }
  }

  /** Chooses servers and logs them, because they are part of the result. */
  private RigFactory choose(ServerChoice choice) {
    RigFactory chosen = RIGS.choose(choice);
    RigFactory factory =
        timeout.<RigFactory>map(limit -> new PatientRigs(chosen, limit)).orElse(chosen);
    LOG.log(System.Logger.Level.INFO, "drills run on " + factory.description());
    return factory;
  }

  @Override
  public void close() {
    synchronized (SharedRigs.class) {
      if (--users > 0) {
        return;
      }
      current = null;
    }
    for (RigFactory factory : factories.values()) {
      factory.close();
      LOG.log(System.Logger.Level.DEBUG, factory.starts());
    }
  }
}
