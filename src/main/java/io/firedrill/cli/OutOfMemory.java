package io.firedrill.cli;

/** What the JVM throws when it gets no more memory, or no more threads, in words for the user. */
final class OutOfMemory {

  private static final long MEBIBYTE = 1 << 20;

  private OutOfMemory() {}

  /** The words, without the place. */
  static String text(OutOfMemoryError e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("thread")) {
      return "no more threads can be started: raise the limit on processes (ulimit -u)";
    }
    return "out of memory: the JVM has %d MiB, more with JAVA_TOOL_OPTIONS=-Xmx4g"
        .formatted(Runtime.getRuntime().maxMemory() / MEBIBYTE);
  }
}
