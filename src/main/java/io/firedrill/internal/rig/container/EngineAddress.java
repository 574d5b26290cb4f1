package io.firedrill.internal.rig.container;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Finds addresses of engines without connecting to them. */
final class EngineAddress {

  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int DEFAULT_PORT = 2375;

  private EngineAddress() {}

  static boolean seemsThere(Map<String, String> environment) {
    Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "/nonexistent");
    return named(environment)
        || namesEngine(home.resolve(".testcontainers.properties"))
        || System.getProperty("os.name").startsWith("Windows")
        || Stream.of(
                Path.of("/var/run/docker.sock"),
                home.resolve(".docker/run/docker.sock"),
                home.resolve(".docker/desktop/docker.sock"),
                Path.of(runtime, "docker.sock"))
            .anyMatch(EngineAddress::listens);
  }

  /** Whether something listens at the address in the environment. */
  static boolean named(Map<String, String> environment) {
    String address = environment.getOrDefault("DOCKER_HOST", "");
    if (address.startsWith("unix://")) {
      return listens(Path.of(address.substring("unix://".length())));
    }
    return address.startsWith("tcp://") ? listensAt(address) : !address.isEmpty();
  }

  /** True for an invalid address, whose error the client reports. */
  private static boolean listensAt(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getHost() == null || listens(uri);
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static boolean listens(URI address) {
    try (Socket socket = new Socket()) {
      int port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
      socket.connect(new InetSocketAddress(address.getHost(), port), TIMEOUT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean namesEngine(Path settings) {
    try (Stream<String> lines = Files.lines(settings)) {
      return lines.anyMatch(line -> line.matches("\\s*(tc|docker)\\.host\\s*=.*"));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean listens(Path socket) {
    if (!Files.exists(socket)) {
      return false;
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
