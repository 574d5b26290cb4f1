package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  // Virtual time passes fast: a server's idle timeout can strike just when the next request comes.
  @Test
  void retriesIfTheServerJustClosedTheConnection() {
    serve(
        """
        {"data": {"version": "3.5.3"}}""",
        1);
    PrometheusApi api = PrometheusApi.at(address());

    assertThat(api.buildInfo().version()).isEqualTo("3.5.3");
    assertThat(api.buildInfo().version()).isEqualTo("3.5.3");
    assertThatCode(api::reload).doesNotThrowAnyException();
    assertThat(requests)
        .containsExactly(
            "GET /api/v1/status/buildinfo HTTP/1.1",
            "dropped GET /api/v1/status/buildinfo HTTP/1.1",
            "GET /api/v1/status/buildinfo HTTP/1.1",
            "dropped POST /-/reload HTTP/1.1",
            "POST /-/reload HTTP/1.1");
  }

  @Test
  void reportsAnAnswerThatIsNotJson() {
    serve("<html>", 10);

    assertThatThrownBy(() -> PrometheusApi.at(address()).rules())
        .isInstanceOf(PrometheusException.class)
        .hasMessageStartingWith("list of rules: Unexpected character ('<'");
  }

  @Test
  void reportsAnAnswerOfAnUnknownKind() {
    serve(
        """
        {"data": {"resultType": "cube"}}""",
        10);

    assertThatThrownBy(() -> PrometheusApi.at(address()).query("up", Instant.EPOCH))
        .isInstanceOf(PrometheusException.class)
        .hasMessage("a query's result type: not understood: \"cube\" (HTTP 200)");
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Answers a number of requests per connection, and closes it after reading one more. */
  private void serve(String body, int answers) {
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket connection = server.accept()) {
                  answer(connection, body, answers);
                } catch (IOException e) {
                  return;
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void answer(Socket connection, String body, int answers) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    for (int i = 0; ; i++) {
      String request = in.readLine();
      for (String line = request; line != null && !line.isEmpty(); line = in.readLine()) {}
      if (request == null || i == answers) {
        requests.add("dropped " + request);
        return;
      }
      requests.add(request);
      connection
          .getOutputStream()
          .write(
              ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                  .getBytes(StandardCharsets.US_ASCII));
    }
  }
}
