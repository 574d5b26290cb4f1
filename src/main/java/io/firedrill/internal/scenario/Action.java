package io.firedrill.internal.scenario;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.ReceiverFault;
import io.firedrill.model.TargetFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An action on Prometheus, Alertmanager or a receiver during the run. All durations are virtual.
 * The timeline shows the text of each action.
 */
public sealed interface Action {

  /** The text in the timeline. */
  @Override
  String toString();

  /**
   * Creates a silence, from now on.
   *
   * @param name the name for expiring it, or the empty string
   * @param matchers the alerts to silence; at least one matcher
   * @param duration how long
   */
  record Silence(String name, List<LabelMatcher> matchers, Duration duration) implements Action {
    public Silence {
      matchers = List.copyOf(matchers);
    }

    @Override
    public String toString() {
      String which =
          matchers.stream().map(LabelMatcher::toString).collect(Collectors.joining(", ", "{", "}"));
      return String.join(
          "  ",
          name.isEmpty() ? "silence created" : "silence " + name + " created",
          which,
          "for " + PrometheusDuration.format(duration));
    }
  }

  /**
   * Expires a silence.
   *
   * @param name the name that it was created with
   */
  record ExpireSilence(String name) implements Action {
    @Override
    public String toString() {
      return "silence " + name + " expired";
    }
  }

  /**
   * Makes a receiver fail from now on.
   *
   * @param receiver the receiver's name in Alertmanager's configuration
   * @param integration the only kind of integration that fails, such as {@code slack}
   * @param fault how it fails
   * @param duration how long; empty = until it is restored
   */
  record FailReceiver(
      String receiver,
      Optional<String> integration,
      ReceiverFault fault,
      Optional<Duration> duration)
      implements Action {
    @Override
    public String toString() {
      String which = integration.map(i -> i + " ").orElse("receiver ") + receiver;
      String howLong = duration.map(d -> "  for " + PrometheusDuration.format(d)).orElse("");
      return which + "  " + fault + howLong;
    }
  }

  /**
   * Ends {@link FailReceiver} for all integrations of a receiver.
   *
   * @param receiver the receiver's name in Alertmanager's configuration
   */
  record RestoreReceiver(String receiver) implements Action {
    @Override
    public String toString() {
      return "receiver " + receiver + " works again";
    }
  }

  /**
   * Makes a scrape target fail from now on; overrides its other behaviour.
   *
   * @param address its host and port
   * @param fault how it fails
   */
  record TargetDown(String address, TargetFault fault) implements Action {
    @Override
    public String toString() {
      return "target " + address + "  " + fault;
    }
  }

  /**
   * Ends {@link TargetDown}.
   *
   * @param address its host and port
   */
  record TargetUp(String address) implements Action {
    @Override
    public String toString() {
      return "target " + address + "  up again";
    }
  }

  /**
   * Stops a server and waits until it has exited.
   *
   * @param server {@code prometheus} or {@code alertmanager}; {@code prometheus-2} for a second one
   */
  record Stop(String server) implements Action {
    @Override
    public String toString() {
      return server + " stopped";
    }
  }

  /**
   * Starts a stopped server again with its old data.
   *
   * @param server as for {@link Stop}
   */
  record Start(String server) implements Action {
    @Override
    public String toString() {
      return server + " started";
    }
  }

  /**
   * Stops a server and starts it at once.
   *
   * @param server as for {@link Stop}
   */
  record Restart(String server) implements Action {
    @Override
    public String toString() {
      return server + " restarted";
    }
  }

  /**
   * Makes a server reload its unchanged configuration.
   *
   * @param server as for {@link Stop}
   */
  record Reload(String server) implements Action {
    @Override
    public String toString() {
      return server + " reloaded";
    }
  }

  /**
   * Replaces the loaded files and makes the servers reload.
   *
   * @param ruleFiles all rule files; empty = unchanged
   * @param alertmanagerConfig Alertmanager's configuration; empty = unchanged
   */
  record Load(List<Path> ruleFiles, Optional<Path> alertmanagerConfig) implements Action {
    public Load {
      ruleFiles = List.copyOf(ruleFiles);
    }

    @Override
    public String toString() {
      List<String> files = new ArrayList<>();
      ruleFiles.forEach(file -> files.add(file.getFileName().toString()));
      alertmanagerConfig.ifPresent(file -> files.add(file.getFileName().toString()));
      return "loaded " + String.join(", ", files);
    }
  }
}
