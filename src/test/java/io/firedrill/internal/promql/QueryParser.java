package io.firedrill.internal.promql;

import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A real Prometheus, used only to parse expressions. */
final class QueryParser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI address;

  private QueryParser(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts a version. That of {@code -Dpromql.version} is the executable that {@code
   * -Dpromql.prometheus} names.
   */
  static QueryParser start(String version, Path directory) throws Exception {
    Path executable =
        Optional.ofNullable(System.getProperty("promql.prometheus"))
            .filter(any -> version.equals(System.getProperty("promql.version")))
            .map(Path::of)
            .orElseGet(() -> TestPairs.pair(version).prometheus().executable());
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Files.writeString(directory.resolve("prometheus.yml"), "{}");
    List<String> command =
        new ArrayList<>(
            List.of(
                executable.toString(),
                "--config.file=prometheus.yml",
                "--web.listen-address=127.0.0.1:" + port));
    List<String> features = Grammar.of(version).features();
    if (!features.isEmpty()) {
      command.add("--enable-feature=" + String.join(",", features));
    }
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    QueryParser parser = new QueryParser(process, URI.create("http://127.0.0.1:" + port + "/"));
    parser.awaitReady();
    return parser;
  }

  private void awaitReady() throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try {
        if (send("-/ready", "").statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // It does not listen yet.
      }
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("Prometheus does not start");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** The tree of an expression; empty if it is refused. */
  Optional<JsonNode> parse(String expression) throws Exception {
    return ask("api/v1/parse_query", expression);
  }

  /** The expression as Prometheus formats it; empty if it is refused. */
  Optional<String> format(String expression) throws Exception {
    return ask("api/v1/format_query", expression).map(JsonNode::asString);
  }

  private Optional<JsonNode> ask(String path, String expression) throws Exception {
    HttpResponse<String> response =
        send(path, "query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    JsonNode answer = JSON.readTree(response.body());
    if (response.statusCode() == 400) {
      return Optional.empty();
    }
    if (response.statusCode() != 200) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    return Optional.of(answer.get("data"));
  }

  private HttpResponse<String> send(String path, String form) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    if (!form.isEmpty()) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(form));
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
