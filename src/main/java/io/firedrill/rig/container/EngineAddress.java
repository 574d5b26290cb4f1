package io.firedrill.rig.container;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Where engines are, as far as that can be told without asking one. */
final class EngineAddress {

  private EngineAddress() {}

  static boolean seemsThere(Map<String, String> environment) {
    Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "/nonexistent");
    return !environment.getOrDefault("DOCKER_HOST", "").isEmpty()
        || namesEngine(home.resolve(".testcontainers.properties"))
        || System.getProperty("os.name").startsWith("Windows")
        || Stream.of(
                Path.of("/var/run/docker.sock"),
                home.resolve(".docker/run/docker.sock"),
                home.resolve(".docker/desktop/docker.sock"),
                Path.of(runtime, "docker.sock"))
            .anyMatch(EngineAddress::listens);
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
