package io.firedrill.clock;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A launcher for tests, without any servers; its token is {@code secret}. */
final class TestLauncher implements AutoCloseable {

  final Process process;
  final int port;
  final Path directory;

  private TestLauncher(Process process, String ready) {
    this.process = process;
    String[] words = ready.split(" ", 3);
    this.port = Integer.parseInt(words[1]);
    this.directory = Path.of(words[2]);
  }

  static TestLauncher start(Path temporary) throws IOException {
    Path executable = temporary.resolve("vclock");
    if (!Files.exists(executable)) {
      try (InputStream resource =
          TestLauncher.class.getResourceAsStream("/io/firedrill/rig/vclock-linux-amd64")) {
        Files.copy(resource, executable);
      }
      executable.toFile().setExecutable(true);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                executable.toString(),
                "--directory",
                temporary.resolve("run-XXXXXX").toString(),
                "--until-input-ends"));
    builder.environment().put("VCLOCK_TOKEN", "secret");
    Process process = builder.start();
    return new TestLauncher(process, process.inputReader().readLine());
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  Connection connect() throws IOException {
    return new Connection(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** Waits for the launcher's end. */
  boolean ends() {
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    if (!ends()) {
      process.destroyForcibly();
      throw new AssertionError("the launcher did not end with its input");
    }
  }

  /** A bare control connection. */
  record Connection(Socket socket, InputStream in, OutputStream out) implements AutoCloseable {

    Connection(Socket socket) throws IOException {
      this(socket, new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
    }

    void send(Frame frame) throws IOException {
      frame.writeTo(out);
    }

    Frame receive() throws IOException {
      return Frame.readFrom(in);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
