package io.firedrill.internal.rig;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.clock.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server with another time than the virtual time is an error. */
class ServerClockTest {

  @ParameterizedTest
  @CsvSource({
    // Prometheus's clock is up to a millisecond ahead.
    "2026-03-03T15:00:00Z, 1772550000",
    "2026-03-03T15:00:00Z, 1772550000.001",
    "2026-03-03T15:00:00.250Z, 1772550000.250",
    "1969-12-31T23:58:49.500Z, -70.499",
  })
  void takesPrometheusAtTheVirtualTime(Instant virtual, String time) throws Exception {
    assertThatCode(() -> require(Server.PROMETHEUS, virtual, "Vary: Origin", scalar(time)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T15:00:00Z, 1772549999.999, 2026-03-03T14:59:59.999Z",
    "2026-03-03T15:00:00Z, 1772550000.002, 2026-03-03T15:00:00.002Z",
    "2026-03-03T15:00:00Z, 1796033578.982, 2026-11-30T10:12:58.982Z",
  })
  void refusesPrometheusAtAnotherTime(Instant virtual, String time, String shown) {
    assertThatThrownBy(() -> require(Server.PROMETHEUS, virtual, "Vary: Origin", scalar(time)))
        .isInstanceOf(RigException.class)
        .hasMessage(
            """
            prometheus is not at the virtual time: its clock shows %s, the test's %s.
            The process that answers does not run under the virtual clock. Ways out:
            - name the server's own executable
            - in a script, start the server with exec""",
            shown, virtual);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-03T15:00:00Z", "2026-03-03T15:00:00.750Z", "2026-03-03T14:59:59.999Z"})
  void takesAlertmanagerAtTheVirtualSecond(Instant virtual) {
    assertThatCode(
            () -> require(Server.ALERTMANAGER, virtual, "Date: Tue, 03 Mar 2026 15:00:00 GMT", ""))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"2026-03-03T15:00:01Z", "2026-03-03T14:59:59Z"})
  void refusesAlertmanagerAtAnotherSecond(Instant virtual) {
    assertThatThrownBy(
            () -> require(Server.ALERTMANAGER, virtual, "Date: Tue, 03 Mar 2026 15:00:00 GMT", ""))
        .isInstanceOf(RigException.class)
        .hasMessageStartingWith(
            "alertmanager is not at the virtual time: its clock shows 2026-03-03T15:00:00Z, the"
                + " test's "
                + virtual);
  }

  @Test
  void refusesAServerThatDoesNotReportItsTime() {
    assertThatThrownBy(() -> require(Server.ALERTMANAGER, Instant.EPOCH, "Server: other", ""))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("alertmanager does not report its time: no date in HTTP/1.1 200 OK");
  }

  private static String scalar(String time) {
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[%s,\"%s\"]}}"
        .formatted(time, time);
  }

  private static void require(Server server, Instant virtual, String header, String body)
      throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answers = new Thread(() -> answer(listener, header, body));
      answers.start();
      ServerClock.require(
          server,
          URI.create("http://127.0.0.1:" + listener.getLocalPort()),
          virtual,
          Patience.DEFAULT);
    }
  }

  private static void answer(ServerSocket listener, String header, String body) {
    String head = "HTTP/1.1 200 OK\r\n%s\r\nContent-Length: %d\r\n\r\n";
    try (Socket socket = listener.accept()) {
      socket
          .getOutputStream()
          .write(
              head.formatted(header, body.length())
                  .concat(body)
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
