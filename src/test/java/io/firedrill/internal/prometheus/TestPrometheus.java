package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.fail;

import io.firedrill.internal.rig.process.ServerBinaries;
import io.firedrill.internal.rig.process.ServerRequest;
import io.firedrill.internal.rig.process.ServersNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/** A real Prometheus under the machine's clock, in its own directory. */
final class TestPrometheus implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  // One attempt per version, because failed attempts to fetch it are slow.
  private static final Map<String, Object> FOUND = new ConcurrentHashMap<>();

  private final Process process;
  private final URI address;

  private TestPrometheus(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts a version in a directory, which may already contain a configuration. */
  static TestPrometheus start(String version, Path directory) throws IOException {
    if (!Files.exists(directory.resolve("prometheus.yml"))) {
      Files.writeString(directory.resolve("prometheus.yml"), "{}");
    }
    int port = freePort();
    Process process =
        new ProcessBuilder(
                executable(version).toString(),
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=data",
                "--web.listen-address=127.0.0.1:" + port,
                "--web.enable-lifecycle",
                "--web.enable-remote-write-receiver",
                "--enable-feature=native-histograms")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    TestPrometheus server =
        new TestPrometheus(process, URI.create("http://127.0.0.1:" + port + "/"));
    PrometheusApi api = server.api();
    await(
        () -> {
          if (!process.isAlive()) {
            fail("Prometheus %s ended: %s", version, read(directory.resolve("log")));
          }
          return api.isReady() ? Optional.of(true) : Optional.empty();
        });
    return server;
  }

  PrometheusApi api() {
    return PrometheusApi.at(address);
  }

  RemoteWrite remoteWrite() {
    return RemoteWrite.to(address);
  }

  /**
   * Repeats a query until there is a result, because these servers run under the machine's clock.
   */
  static <T> T await(Supplier<Optional<T>> answer) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<T> found = answer.get();
      if (found.isPresent()) {
        return found.get();
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return fail("no answer within %s", PATIENCE);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private static Path executable(String version) {
    Object found = FOUND.computeIfAbsent(version, TestPrometheus::locate);
    return found instanceof Path path ? path : Assumptions.abort((String) found);
  }

  /** The executable's path, or as text the reason why there is none. */
  private static Object locate(String version) {
    try {
      ServerBinaries binaries = ServerBinaries.ofThisMachine(System.err::println);
      return binaries.locate(ServerRequest.ofPrometheus(version)).prometheus().executable();
    } catch (ServersNotFoundException e) {
      return "no Prometheus " + version + " here: " + e.getMessage();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
