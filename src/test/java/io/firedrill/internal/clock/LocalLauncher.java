package io.firedrill.internal.clock;

import io.firedrill.internal.rig.LauncherBinary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A launcher as a process of this machine. */
final class LocalLauncher extends TestLauncher {

  final Process process;

  private LocalLauncher(Process process, String[] ready) {
    super(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(ready[1])),
        Path.of(ready[2]));
    this.process = process;
  }

  static LocalLauncher start(Path temporary) throws IOException {
    return startBy(List.of(), temporary);
  }

  /** A launcher that is started by another command, such as {@code prlimit --nofile=8}. */
  static LocalLauncher startBy(List<String> starter, Path temporary) throws IOException {
    Path executable = temporary.resolve("vclock");
    if (!Files.exists(executable)) {
      Files.write(executable, LauncherBinary.of(System.getProperty("os.arch")).orElseThrow());
      executable.toFile().setExecutable(true);
    }
    List<String> command = new ArrayList<>(starter);
    command.add(executable.toString());
    command.addAll(List.of("--directory", temporary.resolve("run-XXXXXX").toString()));
    command.addAll(List.of("--listen", "127.0.0.1:0"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("VCLOCK_TOKEN", "secret");
    Process process = builder.start();
    return new LocalLauncher(process, process.inputReader().readLine().split(" ", 3));
  }

  @Override
  boolean ends() {
    try {
      process.onExit().get(5, TimeUnit.MINUTES);
      return true;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    if (!ends()) {
      process.destroyForcibly();
      throw new AssertionError("the launcher did not end when it was asked to");
    }
  }
}
