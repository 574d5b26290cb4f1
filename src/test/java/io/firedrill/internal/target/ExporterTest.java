package io.firedrill.internal.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.firedrill.internal.clock.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets whose answers come from a real exporter. */
class ExporterTest {

  private static final Instant TIME = Instant.parse("2026-03-02T08:00:00.250Z");

  private final List<String> seen = new ArrayList<>();
  private HttpServer exporter;

  @TempDir private Path directory;

  @BeforeEach
  void exporter() throws IOException {
    exporter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    exporter.createContext("/", this::serve);
    exporter.start();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      seen.add(
          exchange.getRequestURI()
              + " "
              + exchange.getRequestHeaders().getFirst("Accept")
              + " "
              + exchange.getRequestHeaders().getFirst("Authorization")
              + " "
              + exchange.getRequestHeaders().getFirst(ForwardedSource.TIME));
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=1.0.0");
      byte[] body = "m 1\n".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @AfterEach
  void stop() {
    exporter.stop(0);
  }

  private String root() {
    return "http://127.0.0.1:" + exporter.getAddress().getPort();
  }

  @Test
  void isQueriedForItsOwnPathWithTheVirtualTime() {
    ScrapeAnswer answer =
        new ForwardedSource(URI.create(root() + "/own"), Patience.DEFAULT).answer(request(), TIME);

    assertThat(seen).containsExactly("/own text/plain null 1772438400.250");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("Content-Type", "text/plain; version=1.0.0");
    assertThat(answer.body()).asString().isEqualTo("m 1\n");
  }

  @Test
  void isQueriedForThePathOfTheScrapeIfItHasNone() {
    new ForwardedSource(URI.create(root()), Patience.DEFAULT).answer(request(), TIME);

    assertThat(seen.get(0)).startsWith("/metrics?name=a ");
  }

  @Test
  void isDownIfNothingListens() {
    String address = root();
    exporter.stop(0);

    ScrapeAnswer answer =
        new ForwardedSource(URI.create(address), Patience.DEFAULT).answer(request(), TIME);

    assertThat(answer.status()).isEqualTo(502);
  }

  @Test
  void requiresAnHttpAddress() {
    assertThatThrownBy(() -> new ForwardedSource(URI.create("127.0.0.1"), Patience.DEFAULT))
        .hasMessage(
            "expected an exporter's address such as http://127.0.0.1:8000/metrics, found 127.0.0.1");
  }

  @Test
  void aProcessThatExitsIsReportedWithItsOutput() {
    CommandSource ending =
        new CommandSource(
            List.of("/bin/sh", "-c", "echo out of cheese; exit 3"),
            directory,
            Map.of(),
            Patience.DEFAULT);

    assertThatThrownBy(ending::start)
        .hasMessage(
            "\"/bin/sh -c echo out of cheese; exit 3\" ended with status 3 and never answered;"
                + " its last words: out of cheese");
  }

  @Test
  void aKilledProcessIsReported() {
    CommandSource killed =
        new CommandSource(
            List.of("/bin/sh", "-c", "kill -9 $$"), directory, Map.of(), Patience.DEFAULT);

    assertThatThrownBy(killed::start)
        .hasMessage(
            "\"/bin/sh -c kill -9 $$\" was killed by signal 9 and never answered;"
                + " it printed nothing");
  }

  @Test
  void aProcessHasTheGivenEnvironment() {
    CommandSource ending =
        new CommandSource(
            List.of("/bin/sh", "-c", "echo $(/usr/bin/env | /usr/bin/cut -d= -f1 | /usr/bin/sort)"),
            directory,
            Map.of("MODE", "test"),
            Patience.DEFAULT);

    assertThatThrownBy(ending::start).hasMessageEndingWith("its last words: MODE PORT PWD TMPDIR");
  }

  @Test
  void aProcessThatCannotBeStartedIsReported() {
    CommandSource missing =
        new CommandSource(List.of("/nonexistent/exporter"), directory, Map.of(), Patience.DEFAULT);

    assertThatThrownBy(missing::start)
        .isInstanceOf(TargetException.class)
        .hasMessage(
            "\"/nonexistent/exporter\" cannot be started: cannot execute it: No such file or"
                + " directory");
  }

  @Test
  void isDownWhenItDoesNotAnswerWithinAThirdOfTheLimit() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      Patience patience = new Patience(Duration.ofMillis(300));

      ScrapeAnswer answer = new ForwardedSource(address, patience).answer(request(), TIME);

      assertThat(answer.status()).isEqualTo(502);
    }
  }

  @Test
  void aProcessThatNeverAnswersIsReportedAfterTheLimit() {
    CommandSource silent =
        new CommandSource(
            List.of("/bin/sh", "-c", "echo at your service; exec /bin/sleep 1000"),
            directory,
            Map.of(),
            new Patience(Duration.ofMillis(700)));

    assertThatThrownBy(silent::start)
        .hasMessageMatching(
            "\"/bin/sh -c .*\" does not answer on the port of the environment variable PORT within"
                + " .*0\\.7 s.*; its last words: at your service");
  }

  /** Its parent, the launcher that supervises it, is stopped. */
  @Test
  void aStoppedSupervisorIsReportedAfterTheLimit() {
    CommandSource stopping =
        new CommandSource(
            List.of("/bin/sh", "-c", "kill -STOP $PPID; exec /bin/sleep 1000"),
            directory,
            Map.of(),
            new Patience(Duration.ofMillis(700)));

    assertThatThrownBy(stopping::start)
        .hasMessageMatching(
            "\"/bin/sh -c .*\" (was interrupted while starting|cannot be started): the launcher did not answer"
                + " \"(wait|read|start)\" within .*0\\.7 s.*");
  }

  private static ScrapeRequest request() {
    return new ScrapeRequest(
        "a:80",
        "/metrics?name=a",
        Map.of("accept", "text/plain", "authorization", "Basic eA==", "connection", "close"));
  }
}
