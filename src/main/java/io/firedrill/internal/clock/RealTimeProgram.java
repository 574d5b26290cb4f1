package io.firedrill.internal.clock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that sees the real clock. The launcher starts it, and ends it with all processes that
 * it has started. It may exit at any time.
 *
 * @param name its name in later commands
 * @param command the program and its arguments; a program without a slash is searched on the {@code
 *     PATH} of its environment
 * @param directory its working directory
 * @param environment its whole environment
 * @param log the file for its output, below the launcher's directory
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
