package io.firedrill.internal.clock;

import io.firedrill.machine.EmulatedMachine;
import io.firedrill.machine.MachineLauncher;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;

/** A launcher for tests, without any servers; its token is {@code secret}. */
abstract class TestLauncher implements AutoCloseable {

  final InetSocketAddress address;
  final Path directory;

  TestLauncher(InetSocketAddress address, Path directory) {
    this.address = address;
    this.directory = directory;
  }

  /** A launcher of this machine, or of the emulated machine of the build. */
  static TestLauncher start(Path temporary) throws IOException {
    return EmulatedMachine.isGiven()
        ? new ForeignLauncher(EmulatedMachine.booted().launch())
        : LocalLauncher.start(temporary);
  }

  InetSocketAddress address() {
    return address;
  }

  Connection connect() throws IOException {
    return new Connection(new Socket(address.getAddress(), address.getPort()));
  }

  /** Waits for the launcher's end. */
  abstract boolean ends();

  @Override
  public abstract void close() throws IOException;

  private static final class ForeignLauncher extends TestLauncher {

    private final MachineLauncher launcher;

    ForeignLauncher(MachineLauncher launcher) {
      super(launcher.address(), Path.of(launcher.directory()));
      this.launcher = launcher;
    }

    @Override
    boolean ends() {
      launcher.awaitEnd();
      return true;
    }

    @Override
    public void close() {
      launcher.awaitEnd();
    }
  }

  /** A bare control connection. */
  record Connection(Socket socket, InputStream in, OutputStream out) implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    Connection(Socket socket) throws IOException {
      this(socket, new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
    }

    void send(Frame frame) throws IOException {
      frame.writeTo(out);
    }

    Frame receive() throws IOException {
      socket.setSoTimeout(PATIENCE_MILLIS);
      return Frame.readFrom(in);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
