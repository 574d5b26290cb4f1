package io.firedrill.internal.run;

import io.firedrill.internal.receiver.RecordedRequest;
import io.firedrill.internal.relay.ServedConnection;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Records what mail clients send to a server. */
final class RecordedMails {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=([0-9a-f]+)");
  private static final Pattern ID = Pattern.compile("Message-Id: <\\d+\\.\\d+@.*>");
  private static final Pattern HEADERS = Pattern.compile("(?s)(?<=\nDATA\n).*?\n(?=\n)");

  private record Dialogue(Instant time, ByteArrayOutputStream said) {}

  private final List<Dialogue> dialogues = new CopyOnWriteArrayList<>();

  /** Lets a server serve a connection. */
  void serve(
      ServedConnection connection, Supplier<Instant> clock, Consumer<ServedConnection> server) {
    Dialogue dialogue = new Dialogue(clock.get(), new ByteArrayOutputStream());
    dialogues.add(dialogue);
    server.accept(new Overheard(connection, new Tee(connection.socket(), dialogue.said)));
  }

  /** All dialogues, without random parts: the boundary, the identifier, the order of headers. */
  List<RecordedRequest> requests() {
    return dialogues.stream()
        .map(d -> RecordedRequest.at(d.time, lasting(d.said.toString(StandardCharsets.UTF_8))))
        .toList();
  }

  private static String lasting(String dialogue) {
    String text = ID.matcher(dialogue.replace("\r\n", "\n")).replaceAll("Message-Id: <1.2@host>");
    Matcher boundary = BOUNDARY.matcher(text);
    if (boundary.find()) {
      text = text.replace(boundary.group(1), "0123456789abcdef");
    }
    return HEADERS
        .matcher(text)
        .replaceAll(
            headers ->
                Matcher.quoteReplacement(
                    Arrays.stream(headers.group().split("\n(?! )"))
                        .sorted()
                        .map(header -> header.stripTrailing() + "\n")
                        .collect(Collectors.joining())));
  }

  private record Overheard(ServedConnection connection, Socket socket) implements ServedConnection {
    @Override
    public void pauseUntil(Instant time) throws IOException {
      connection.pauseUntil(time);
    }

    @Override
    public void awaitEnd() throws IOException {
      connection.awaitEnd();
    }
  }

  /** A socket that copies what is read from another one. */
  private static final class Tee extends Socket {

    private final Socket socket;
    private final ByteArrayOutputStream copy;

    private Tee(Socket socket, ByteArrayOutputStream copy) {
      this.socket = socket;
      this.copy = copy;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(socket.getInputStream()) {
        @Override
        public int read() throws IOException {
          int next = super.read();
          if (next >= 0) {
            copy.write(next);
          }
          return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          int count = super.read(target, offset, length);
          copy.write(target, offset, Math.max(0, count));
          return count;
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return socket.getOutputStream();
    }

    @Override
    public boolean isConnected() {
      return socket.isConnected();
    }

    @Override
    public boolean isClosed() {
      return socket.isClosed();
    }

    @Override
    public InetAddress getInetAddress() {
      return socket.getInetAddress();
    }

    @Override
    public void setSoTimeout(int timeout) {
      // The recorded socket has none: the time stands still.
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
