package io.firedrill.internal.clock;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Plays the launcher's part of a transcript, and checks the other side's part. */
final class PlayedLauncher implements AutoCloseable {

  private final ServerSocket server;
  private final CompletableFuture<Void> played;

  private PlayedLauncher(ServerSocket server, Transcript transcript) {
    this.server = server;
    this.played = CompletableFuture.runAsync(() -> run(transcript));
  }

  static PlayedLauncher play(Transcript transcript) throws IOException {
    return new PlayedLauncher(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), transcript);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  private void run(Transcript transcript) {
    try (Socket socket = server.accept()) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (Transcript.Line line : transcript.lines()) {
        if (line.toLauncher()) {
          Frame command = withoutHost(Frame.readFrom(in));
          if (!sameWords(line.frame(), command)) {
            throw new AssertionError("recorded " + line.frame() + ", said " + command);
          }
        } else {
          numbered(line.frame()).writeTo(socket.getOutputStream());
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Options may be in any order; those that the transcript omits must have their defaults. */
  private static boolean sameWords(Frame recorded, Frame said) {
    return said.words().containsAll(recorded.words())
        && java.util.Arrays.equals(recorded.payload(), said.payload());
  }

  private static Frame withoutHost(Frame frame) {
    return new Frame(
        frame.words().stream().filter(w -> !w.equals("host=localhost")).toList(), frame.payload());
  }

  private static Frame numbered(Frame frame) {
    List<String> words =
        frame.words().stream().map(w -> w.matches("\\{[a-z]+}") ? "4711" : w).toList();
    return new Frame(words, frame.payload());
  }

  void assertAllPlayed() throws Exception {
    played.get(5, TimeUnit.MINUTES);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
