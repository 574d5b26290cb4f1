package io.firedrill.internal.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program to start under the virtual clock.
 *
 * @param name how later commands call it
 * @param command the executable's absolute path, and its arguments
 * @param environment all of its environment
 * @param log the file that takes its output, below the launcher's directory
 * @param slack how late its timers may run
 * @param lead how far its clock is ahead of the virtual time
 * @param ending whether its end is a failure
 * @param aliases files and directories that it shall find elsewhere
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
    /** Each at its own instant. */
    NONE("0"),
    /** Only at the instants that an advance asks for. */
    UP_TO_TARGET("never");

    private final String word;

    Slack(String word) {
      this.word = word;
    }

    /** In the control protocol. */
    String word() {
      return word;
    }
  }

  /** Whether a program may end without having been told to. */
  public enum Ending {
    /** It may not: whatever is under way fails. */
    A_FAILURE,
    /** It may: a program that does its work and ends. */
    EXPECTED
  }

  /**
   * A file that the program opens, or a directory of such, and the one that it gets.
   *
   * @param from as the program knows it; absolute
   * @param to where it is; absolute
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
    // A name that needs no look-up: Prometheus asks for it whenever it reads its configuration.
    words.add("host=localhost");
    if (ending == Ending.EXPECTED) {
      words.add("ending=expected");
    }
    aliases.forEach(a -> words.add("alias=" + a.from() + "=" + a.to()));
    return startFrame(words, environment, command);
  }

  /** The frame that starts a program, with the environment and the command after these words. */
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
