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
 * What can be done to the servers and receivers of a {@link Drill}, now: after all that is due at
 * {@link Drill#now()}. With {@link Drill#at}, later. All durations are virtual.
 *
 * <p>Methods throw {@link IllegalStateException} where a server that they take does not run, or
 * runs already.
 */
public interface DrillActions {

  /** Does something. */
  Drill perform(Action action);

  /**
   * Creates a silence.
   *
   * @param matchers which alerts, in Alertmanager's notation: {@code severity=~"warning|info"}
   * @throws io.firedrill.internal.series.SeriesSyntaxException if a matcher is not of that form
   * @throws IllegalArgumentException if Alertmanager refuses the silence
   */
  default Drill silence(Duration duration, String... matchers) {
    return silence("", duration, matchers);
  }

  /** Creates a silence with a name, by which {@link #expireSilence} finds it; else as above. */
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

  /** Makes a receiver fail for a while; else as above. */
  default Drill failReceiver(String receiver, ReceiverFault fault, Duration duration) {
    return perform(
        new Action.FailReceiver(receiver, Optional.empty(), fault, Optional.of(duration)));
  }

  /** Ends a receiver's failure. */
  default Drill restoreReceiver(String receiver) {
    return perform(new Action.RestoreReceiver(receiver));
  }

  /**
   * Stops a server. While a Prometheus is stopped, nothing is evaluated and samples are lost; while
   * an Alertmanager is, it is sent alerts in vain.
   */
  default Drill stop(Server server) {
    return perform(new Action.Stop(server.program()));
  }

  /** Starts a stopped server, upon the data that it left. */
  default Drill start(Server server) {
    return perform(new Action.Start(server.program()));
  }

  /** Stops a server and starts it at once. */
  default Drill restart(Server server) {
    return perform(new Action.Restart(server.program()));
  }

  /** Makes a server read its configuration again. */
  default Drill reload(Server server) {
    return perform(new Action.Reload(server.program()));
  }

  /**
   * Loads rule files in the place of all that are loaded.
   *
   * @throws io.firedrill.internal.source.InputException if they, or Prometheus, say that they are
   *     wrong
   */
  default Drill loadRules(Path... files) {
    return perform(new Action.Load(List.of(files), Optional.empty()));
  }

  /**
   * Loads another configuration of Alertmanager.
   *
   * @throws io.firedrill.internal.source.InputException if it, or Alertmanager, says that it is
   *     wrong
   */
  default Drill loadAlertmanagerConfig(Path file) {
    return perform(new Action.Load(List.of(), Optional.of(file)));
  }
}
