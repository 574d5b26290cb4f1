package io.firedrill.drill;

import io.firedrill.model.ReceiverFault;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Actions on the servers and receivers of a {@link Drill}. They happen now, after everything that
 * is due at {@link Drill#now()}, or later with {@link Drill#at}. All durations are virtual.
 *
 * <p>Methods throw {@link IllegalStateException} if a server that they need is not running, or is
 * already running.
 */
public interface DrillActions {

  /**
   * Creates a silence.
   *
   * @param matchers which alerts, in Alertmanager's notation: {@code severity=~"warning|info"}
   * @throws IllegalArgumentException if a matcher is malformed
   * @throws IllegalArgumentException if Alertmanager rejects the silence
   */
  Drill silence(Duration duration, String... matchers);

  /** Creates a silence with a name for {@link #expireSilence}; otherwise as above. */
  Drill silence(String name, Duration duration, String... matchers);

  /** Expires a silence that was created with this name. */
  Drill expireSilence(String name);

  /**
   * Makes a receiver fail until it is restored.
   *
   * @throws IllegalArgumentException if there is no such receiver
   */
  Drill failReceiver(String receiver, ReceiverFault fault);

  /** Makes a receiver fail for a virtual duration; otherwise as above. */
  Drill failReceiver(String receiver, ReceiverFault fault, Duration duration);

  /** Ends a receiver's failure. */
  Drill restoreReceiver(String receiver);

  /**
   * Stops a server. While a Prometheus is stopped, it evaluates no rules and loses samples. While
   * an Alertmanager is stopped, alerts sent to it are lost.
   */
  Drill stop(Server server);

  /** Starts a stopped server with its old data. */
  Drill start(Server server);

  /** Stops a server and starts it again immediately. */
  Drill restart(Server server);

  /** Makes a server reload its configuration. */
  Drill reload(Server server);

  /**
   * Loads rule files, which replace all loaded ones.
   *
   * @throws RuntimeException if they are invalid
   */
  Drill loadRules(Path... files);

  /**
   * Loads another Alertmanager configuration.
   *
   * @throws RuntimeException if it is invalid
   */
  Drill loadAlertmanagerConfig(Path file);
}
