package io.firedrill.internal.rig.process;

import io.firedrill.internal.files.TemporaryFiles;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program until it ends, and returns its output. Deadlines are wall-clock times. */
final class Command {

  // Output is quoted and parsed, so it must not depend on the user's language.
  private static final Map<String, String> PLAIN = Map.of("LC_ALL", "C.UTF-8");

  private Command() {}

  /** The output of a program, both streams together, and its exit status. */
  record Result(int status, String output) {

    boolean ok() {
      return status == 0;
    }

    /** The last lines, which usually contain the error. */
    String lastLines(int count) {
      List<String> lines = output.strip().lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }
  }

  static Result run(
      Path directory, Duration deadline, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().putAll(PLAIN);
    builder.environment().putAll(environment);
    Path output = TemporaryFiles.file("firedrill-", ".out");
    Process process =
        builder.redirectInput(new File("/dev/null")).redirectOutput(output.toFile()).start();
    try {
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            command.get(0) + " did not end within " + deadline.toSeconds() + " s");
      }
      byte[] text = Files.readAllBytes(output);
      return new Result(process.exitValue(), new String(text, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + command.get(0) + " ran");
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
