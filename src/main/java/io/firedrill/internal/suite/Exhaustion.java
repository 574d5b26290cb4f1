package io.firedrill.internal.suite;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * Input that takes more than the JVM has: memory, threads, or stack. That is no mistake of
 * Firedrill's, and the user can do something about it.
 */
public final class Exhaustion {

  private static final long MEBIBYTE = 1 << 20;

  private Exhaustion() {}

  /**
   * What is read from a file.
   *
   * @throws UnusableException if the file takes more than there is
   */
  public static <T> T named(Path file, Function<Path, T> reading) {
    try {
      return reading.apply(file);
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw new UnusableException("while reading " + file + ": " + text(e));
    }
  }

  /** What is exhausted, and what helps. */
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
