package io.firedrill.internal.suite;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * Messages about input that exceeds the JVM's memory, threads or stack. That is not a bug, and the
 * user can change the limits.
 */
public final class Exhaustion {

  private static final long MEBIBYTE = 1 << 20;

  private Exhaustion() {}

  /**
   * Reads a file.
   *
   * @throws UnusableException if reading the file exhausts a resource
   */
  public static <T> T named(Path file, Function<Path, T> reading) {
    try {
      return reading.apply(file);
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw new UnusableException("while reading " + file + ": " + text(e));
    }
  }

  /** A message about the exhausted resource and the remedy. */
  public static String text(VirtualMachineError e) {
    if (e instanceof StackOverflowError) {
      return "something in the files is nested too deeply, or a pattern matches too long a text:"
          + " JAVA_TOOL_OPTIONS=-Xss16m gives the JVM more stack";
    }
    if (String.valueOf(e.getMessage()).contains("native thread")) {
      return "no more threads can be started: the limit on processes (ulimit -u) is too low";
    }
    return "out of memory: the JVM has %d MiB, and JAVA_TOOL_OPTIONS=-Xmx4g gives it more"
        .formatted(Runtime.getRuntime().maxMemory() / MEBIBYTE);
  }
}
