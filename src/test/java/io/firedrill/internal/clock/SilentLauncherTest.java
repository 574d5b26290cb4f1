package io.firedrill.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.clock.ClockException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A launcher that stops, and a reader thread that dies, are reported to waiting callers. */
class SilentLauncherTest {

  private static final String GREETS = "ok 1\n";
  private static final String TAKES_A_LIMIT = "ok\n";

  private final ServerSocket server;
  private Socket accepted;

  SilentLauncherTest() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    accepted.close();
  }

  @Test
  void isNotWaitedForIndefinitely() throws Exception {
    VirtualClock clock = connect(RelayHandler.NOBODY, GREETS + TAKES_A_LIMIT);
    clock.setProgressLimit(Duration.ofMillis(200));

    assertThatThrownBy(() -> clock.advanceTo(Instant.EPOCH.plusSeconds(1)))
        .isInstanceOf(ClockException.class)
        .hasMessageStartingWith("the launcher did not answer \"advance\" within ")
        .extracting(e -> ((ClockException) e).kind())
        .isEqualTo(Kind.GONE);
    assertThatThrownBy(() -> clock.read("a.log"))
        .as("its next answer would be that to another command")
        .hasMessageStartingWith("the launcher did not answer \"advance\" within ");
  }

  @Test
  void mayTakeLongerIfItReportsThatItIsBusy() throws Exception {
    VirtualClock clock = connect(RelayHandler.NOBODY, GREETS + TAKES_A_LIMIT);
    clock.setProgressLimit(Duration.ofMillis(200));

    CompletableFuture<Long> moved = CompletableFuture.supplyAsync(() -> clock.advanceTo(at(5)));
    StringBuilder said = new StringBuilder();
    while (!said.toString().endsWith("advance 5000000000\ncpu ?\n")) {
      said.append((char) accepted.getInputStream().read());
    }
    say("error busy cpu%20came%20before%20the%20last%20command%20was%20answered 0\n");
    say("ok 5000000000 7\n");

    assertThat(moved.join()).isEqualTo(7);
    assertThat(clock.now()).isEqualTo(at(5));
  }

  @Test
  void isGoneWhenItsReaderDies() throws Exception {
    VirtualClock clock =
        connect(
            new RelayHandler() {
              @Override
              public void opened(RelayConnection connection) {
                throw new OutOfMemoryError("Java heap space");
              }

              @Override
              public void received(RelayConnection connection, byte[] bytes) {}

              @Override
              public void closed(RelayConnection connection) {}
            },
            GREETS + "open 1 0 9090\n");

    assertThatThrownBy(clock::reservePort)
        .isInstanceOf(ClockException.class)
        .hasMessage(
            "the launcher's output can no longer be read:"
                + " java.lang.OutOfMemoryError: Java heap space");
  }

  private void say(String frames) throws IOException {
    accepted.getOutputStream().write(frames.getBytes(StandardCharsets.US_ASCII));
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  private VirtualClock connect(RelayHandler handler, String says) throws Exception {
    CompletableFuture<Void> accepting =
        CompletableFuture.runAsync(
            () -> {
              try {
                accepted = server.accept();
                say(says);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    VirtualClock clock =
        VirtualClock.connect((InetSocketAddress) server.getLocalSocketAddress(), "secret", handler);
    accepting.join();
    return clock;
  }
}
