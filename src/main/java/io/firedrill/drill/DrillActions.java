package io.firedrill.drill;

import io.firedrill.internal.rig.Server;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.series.MatcherNotation;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.ReceiverFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Actions on the servers and receivers of a {@link Drill}. They happen now, after everything that
 * is due at {@link Drill#now()}, or later with {@link Drill#at}. All durations are virtual.
 *
 * <p>Methods throw {@link IllegalStateException} if a server that they need is not running, or is
 * already running.
 */
public interface DrillActions {

  /** Performs an action. */
  Drill perform(Action action);

  /**
   * Creates a silence.
   *
   * @param matchers which alerts, in Alertmanager's notation: {@code severity=~"warning|info"}
   * @throws io.firedrill.internal.series.SeriesSyntaxException if a matcher is malformed
   * @throws IllegalArgumentException if Alertmanager rejects the silence
   */
  default Drill silence(Duration duration, String... matchers) {
    return silence("", duration, matchers);
  }

  /** Creates a silence with a name for {@link #expireSilence}; otherwise as above. */
  default Drill silence(String name, Duration duration, String... matchers) {
    List<LabelMatcher> all =
        Stream.of(matchers).flatMap(text -> MatcherNotation.parse(text).stream()).toList();
    return perform(new Action.Silence(name, all, duration));
  }

  /** Expires a silence that was created with this name. */
  default Drill expireSilence(String name) {
    return perform(new Action.ExpireSilence(name));
  }

  /**
   * Makes a receiver fail until it is restored.
   *
   * @throws IllegalArgumentException if there is no such receiver
   */
  default Drill failReceiver(String receiver, ReceiverFault fault) {
    return perform(new Action.FailReceiver(receiver, Optional.empty(), fault, Optional.empty()));
  }

  /** Makes a receiver fail for a virtual duration; otherwise as above. */
  default Drill failReceiver(String receiver, ReceiverFault fault, Duration duration) {
    return perform(
        new Action.FailReceiver(receiver, Optional.empty(), fault, Optional.of(duration)));
  }

  /** Ends a receiver's failure. */
  default Drill restoreReceiver(String receiver) {
    return perform(new Action.RestoreReceiver(receiver));
  }

  /**
   * Stops a server. While a Prometheus is stopped, it evaluates no rules and loses samples. While
   * an Alertmanager is stopped, alerts sent to it are lost.
   */
  default Drill stop(Server server) {
    return perform(new Action.Stop(server.program()));
  }

  /** Starts a stopped server with its old data. */
  default Drill start(Server server) {
    return perform(new Action.Start(server.program()));
  }

  /** Stops a server and starts it again immediately. */
  default Drill restart(Server server) {
    return perform(new Action.Restart(server.program()));
  }

  /** Makes a server reload its configuration. */
  default Drill reload(Server server) {
    return perform(new Action.Reload(server.program()));
  }

  /**
   * Loads rule files, which replace all loaded ones.
   *
   * @throws io.firedrill.internal.source.InputException if they are invalid
   */
  default Drill loadRules(Path... files) {
    return perform(new Action.Load(List.of(files), Optional.empty()));
  }

  /**
   * Loads another Alertmanager configuration.
   *
   * @throws io.firedrill.internal.source.InputException if it is invalid
   */
  default Drill loadAlertmanagerConfig(Path file) {
    return perform(new Action.Load(List.of(), Optional.of(file)));
  }
}
