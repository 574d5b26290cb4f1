package io.firedrill.rig.process;

import io.firedrill.clock.VirtualClock;
import io.firedrill.rig.RigException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The launcher as a local process. It ends, and takes the servers and its directory with it, when
 * this JVM does, however that ends: it watches its input and the control connection.
 */
final class LauncherProcess implements AutoCloseable {

  // Rigs side by side get different processors; so do, most likely, those of another JVM.
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
    String token = VirtualClock.newToken();
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher.toString(),
            "--directory",
            temporary.resolve("firedrill-XXXXXX").toString(),
            "--processor",
            String.valueOf(NEXT_PROCESSOR.getAndIncrement() & 0xffff),
            "--until-input-ends");
    builder.environment().clear();
    builder.environment().put("VCLOCK_TOKEN", token);
    try {
      Process process = builder.redirectErrorStream(true).start();
      String ready =
          new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      String[] words = ready == null ? new String[0] : ready.split(" ", 3);
      if (words.length != 3 || !words[0].equals("ready")) {
        process.destroyForcibly();
        throw new RigException("the launcher does not start: " + ready);
      }
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(words[1]));
      VirtualClock clock = VirtualClock.connect(address, token);
      return new LauncherProcess(process, clock, Path.of(words[2]));
    } catch (IOException e) {
      throw new RigException("the launcher does not start: " + e.getMessage(), e);
    }
  }

  VirtualClock clock() {
    return clock;
  }

  /** Where the programs run. */
  Path directory() {
    return directory;
  }

  @Override
  public void close() {
    clock.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      // It has done so itself, unless somebody killed it.
      Directories.delete(directory);
    } catch (IOException e) {
      // What is left of it lies in the directory for temporary files.
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
