package io.firedrill.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(
              "%s %s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("Authorization"),
                      exchange.getRequestHeaders().getFirst("Content-Type"),
                      body));
          byte[] answer = "answer".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void sendsEveryKindOfRequest() throws IOException {
    ApiClient client = client("");

    assertThat(client.get("api/v1/a")).isEqualTo(new ApiAnswer(200, "answer"));
    client.postForm("api/v1/b", "query", "up == 1");
    client.post("-/reload");
    client.post("api/v2/c", new ApiBody("text/x-d", new byte[] {'e'}, Map.of()));
    client.delete("api/v2/f");

    assertThat(requests)
        .containsExactly(
            "GET /api/v1/a null null ",
            "POST /api/v1/b null application/x-www-form-urlencoded query=up+%3D%3D+1",
            "POST /-/reload null null ",
            "POST /api/v2/c null text/x-d e",
            "DELETE /api/v2/f null null ");
  }

  @Test
  void sendsTheUserOfTheAddressOnlyAsAHeader() throws IOException {
    client("firedrill:secret@").get("-/ready");

    assertThat(requests).containsExactly("GET /-/ready Basic ZmlyZWRyaWxsOnNlY3JldA== null ");
  }

  @Test
  void distinguishesSuccessFromFailure() throws IOException {
    assertThat(client("").isOk("-/ready")).isTrue();
    status = 503;
    assertThat(client("").isOk("-/ready")).isFalse();
    assertThat(client("").get("-/ready")).isEqualTo(new ApiAnswer(503, "answer"));
    server.stop(0);
    assertThat(client("").isOk("-/ready")).isFalse();
  }

  @Test
  void refusesAnAddressOfAnotherScheme() {
    assertThatThrownBy(() -> new ApiClient(URI.create("file:/etc"), () -> Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an http address: file:/etc");
  }

  private ApiClient client(String user) {
    URI address =
        URI.create("http://%s127.0.0.1:%d".formatted(user, server.getAddress().getPort()));
    return new ApiClient(address, () -> Duration.ofSeconds(30));
  }
}
