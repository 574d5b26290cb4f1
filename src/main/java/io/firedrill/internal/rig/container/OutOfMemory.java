package io.firedrill.internal.rig.container;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts how often the kernel has killed a process of a container because it ran out of memory. */
final class OutOfMemory {

  /** The files of control groups version 2 and version 1, as a container sees them. */
  private static final List<String> FILES =
      List.of("/sys/fs/cgroup/memory.events", "/sys/fs/cgroup/memory/memory.oom_control");

  private static final Pattern COUNT = Pattern.compile("(?m)^oom_kill (\\d+)$");

  private OutOfMemory() {}

  /**
   * The count, or 0 if it is not available.
   *
   * @throws ClockException if the launcher has ended
   */
  static long kills(VirtualClock clock) {
    for (String file : FILES) {
      try {
        Matcher count = COUNT.matcher(new String(clock.read(file), StandardCharsets.US_ASCII));
        return count.find() ? Long.parseLong(count.group(1)) : 0;
      } catch (ClockException e) {
        if (e.kind() == ClockException.Kind.GONE) {
          throw e;
        }
      }
    }
    return 0;
  }
}
