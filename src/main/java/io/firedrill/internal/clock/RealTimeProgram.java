package io.firedrill.internal.clock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that a launcher starts and ends, with all that it has started itself, but that lives by
 * the real clock. It may end at any time.
 *
 * @param name how later commands call it
 * @param command the program, which is looked for on the {@code PATH} of its environment where it
 *     has no slash, and its arguments
 * @param directory its working directory
 * @param environment all of its environment
 * @param log the file that takes its output, below the launcher's directory
 */
public record RealTimeProgram(
    String name,
    List<String> command,
    Path directory,
    Map<String, String> environment,
    String log) {

  public RealTimeProgram {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  Frame startFrame() {
    List<Object> words = new ArrayList<>(List.of("start", name, "clock=real", "ending=expected"));
    words.add("log=" + log);
    words.add("cwd=" + directory.toAbsolutePath());
    return Program.startFrame(words, environment, command);
  }
}
