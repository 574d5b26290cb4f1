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
 * What somebody, or fate, does to Prometheus, Alertmanager or a receiver in mid-run. All durations
 * are virtual. The text of each is what the timeline says once it is done.
 */
public sealed interface Action {

  /** What the timeline says of it. */
  @Override
  String toString();

  /**
   * Creates a silence, from now on.
   *
   * @param name by which it can be expired, or the empty string
   * @param matchers which alerts, at least one
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
   * @param integration the kind of integration that alone fails, such as {@code slack}
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
   * Ends what {@link FailReceiver} began, for all of a receiver's integrations.
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
   * Makes a scrape target fail from now on, whatever it would do otherwise.
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
   * Ends what {@link TargetDown} began.
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
   * Tells a server to end, and waits until it has.
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
   * Starts a stopped server again, upon the data that it left.
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
   * Makes a server read its configuration again, which has not changed.
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
   * Puts other files in place of those that are loaded, and makes the servers reload.
   *
   * @param ruleFiles the rule files, all of them; empty = as they are
   * @param alertmanagerConfig Alertmanager's configuration; empty = as it is
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
