package io.firedrill.internal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The default number of parallel tests: one per processor, if there is enough memory. */
final class AutomaticJobs {

  /** The maximum memory of a Prometheus and an Alertmanager, in KiB; most use a third of it. */
  private static final long RIG = 512 * 1024;

  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable: +(\\d{1,15}) kB$");

  private AutomaticJobs() {}

  static int ofThisMachine() {
    return of(Runtime.getRuntime().availableProcessors(), memory());
  }

  /**
   * The number of jobs.
   *
   * @param memory the content of Linux's {@code /proc/meminfo}, or the empty string
   */
  static int of(int processors, String memory) {
    Matcher available = AVAILABLE.matcher(memory);
    long rigs = available.find() ? Long.parseLong(available.group(1)) / RIG : processors;
    return (int) Math.max(1, Math.min(processors, rigs));
  }

  private static String memory() {
    try {
      return Files.readString(MEMORY, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
