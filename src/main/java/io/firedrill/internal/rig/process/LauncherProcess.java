package io.firedrill.internal.rig.process;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.rig.RigException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The launcher as a local process. Its input and output are the control connection, which other
 * users of the machine cannot access. It ends with that, and so with this JVM, even if that is
 * killed; it then ends its programs and deletes its directory.
 */
final class LauncherProcess implements AutoCloseable {

  private static final long END_SECONDS = 10;

  // Parallel rigs get different processors, and most likely also different ones from those of
  // another JVM.
  private static final AtomicInteger NEXT_PROCESSOR =
      new AtomicInteger((int) (ProcessHandle.current().pid() & 0xff));

  private final Process process;
  private final VirtualClock clock;
  private final Path directory;

  private LauncherProcess(Process process, VirtualClock clock, Path directory) {
    this.process = process;
    this.clock = clock;
    this.directory = directory;
  }

  static LauncherProcess start(Path launcher, Path temporary) {
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher.toString(),
            "--directory",
            temporary.resolve("firedrill-XXXXXX").toString(),
            "--processor",
            String.valueOf(NEXT_PROCESSOR.getAndIncrement() & 0xffff));
    builder.environment().clear();
    try {
      return connect(builder.start());
    } catch (IOException e) {
      throw new RigException("the launcher did not start: " + e.getMessage(), e);
    }
  }

  private static LauncherProcess connect(Process process) {
    InputStream in = process.getInputStream();
    String ready = lineWithinLimit(in);
    String[] words = ready.split(" ", 3);
    try {
      if (words.length == 3 && words[0].equals("ready")) {
        VirtualClock clock = VirtualClock.over(in, process.getOutputStream());
        return new LauncherProcess(process, clock, Path.of(words[2]));
      }
    } catch (ClockException e) {
      // Its output says more.
    }
    process
        .toHandle()
        .destroyForcibly(); // not Process.destroyForcibly, which would lose its output
    throw new RigException("the launcher did not start: " + ready + lastWords(process));
  }

  private static String lineWithinLimit(InputStream in) {
    Duration limit = Patience.DEFAULT.now();
    try {
      return CompletableFuture.supplyAsync(() -> line(in))
          .get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return "it is not ready " + Patience.DEFAULT.text();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause().getMessage());
    }
  }

  /** Reads a line, and no byte after it. */
  private static String line(InputStream in) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        line.write(b);
      }
    } catch (IOException e) {
      // Use what was read.
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static String lastWords(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }

  VirtualClock clock() {
    return clock;
  }

  /** The launcher's directory, the working directory of its programs. */
  Path directory() {
    return directory;
  }

  /** How the launcher ended and what it printed; the empty string if it still runs. */
  String failureReason() {
    if (process.isAlive()) {
      return "";
    }
    int status = process.exitValue();
    String how =
        status > 128 ? "was killed by signal " + (status - 128) : "ended: status " + status;
    return ("it " + how + " " + lastWords(process)).strip();
  }

  @Override
  public void close() {
    clock.close();
    try {
      if (clock.isSilent()) {
        process.destroy(); // its guard lets it end, or kills it
      }
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      // It has deleted the directory itself, unless it was killed.
      Directories.delete(directory);
      // That of its templates; its guard deletes it, unless that was killed too.
      Directories.delete(directory.resolveSibling(directory.getFileName() + ".frozen"));
    } catch (IOException e) {
      // The rest stays in the directory for temporary files.
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
