package io.firedrill.internal.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program to start under the virtual clock.
 *
 * @param name its name in later commands
 * @param command the executable's absolute path, and its arguments
 * @param environment its whole environment
 * @param log the file for its output, below the launcher's directory
 * @param slack how late its timers may run
 * @param lead how far its clock is ahead of the virtual time
 * @param ending whether its exit is a failure
 * @param aliases files and directories that are redirected for it
 */
public record Program(
    String name,
    List<String> command,
    Map<String, String> environment,
    String log,
    Slack slack,
    Duration lead,
    Ending ending,
    List<Alias> aliases) {

  /** How late a program's timers may run, in virtual time. */
  public enum Slack {
    /** Each timer runs at its own instant. */
    NONE("0"),
    /** Timers run only at the targets of advances. */
    UP_TO_TARGET("never");

    private final String word;

    Slack(String word) {
      this.word = word;
    }

    /** Its value in the control protocol. */
    String word() {
      return word;
    }
  }

  /** Whether a program may exit by itself. */
  public enum Ending {
    /** It may not: the current command fails. */
    A_FAILURE,
    /** It may, as a program that exits when it is done. */
    EXPECTED
  }

  /**
   * A file or directory, and the one that the program opens instead.
   *
   * @param from the absolute path that the program uses
   * @param to the absolute path of the actual file
   */
  public record Alias(String from, String to) {}

  public Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    aliases = List.copyOf(aliases);
  }

  Frame startFrame() {
    List<Object> words = new ArrayList<>(List.of("start", name));
    words.add("slack=" + slack.word);
    words.add("lead=" + lead.toNanos());
    words.add("log=" + log);
    // A name that resolves without DNS: Prometheus resolves it whenever it reads its configuration.
    words.add("host=localhost");
    if (ending == Ending.EXPECTED) {
      words.add("ending=expected");
    }
    aliases.forEach(a -> words.add("alias=" + a.from() + "=" + a.to()));
    return startFrame(words, environment, command);
  }

  /** The frame that starts a program: these words, followed by the environment and the command. */
  static Frame startFrame(
      List<Object> begin, Map<String, String> environment, List<String> command) {
    List<Object> words = new ArrayList<>(begin);
    environment.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> words.add("env=" + e.getKey() + "=" + e.getValue()));
    words.add("--");
    words.addAll(command);
    return Frame.of(words.toArray());
  }
}
