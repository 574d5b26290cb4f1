package io.firedrill.capture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a stream into HTTP/1.1 messages whose bodies have a stated length, or none: our own sink
 * sends no others.
 */
public final class HttpFraming {

  private static final Pattern LENGTH =
      Pattern.compile(
          "^content-length:\\s*(\\d+)\\s*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  /** A stream from its beginning on. */
  public HttpFraming() {}

  /** Takes bytes; returns the messages that are complete with them. */
  public List<byte[]> add(byte[] bytes, int count) {
    pending.write(bytes, 0, count);
    List<byte[]> complete = new ArrayList<>();
    byte[] all = pending.toByteArray();
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int start = 0;
    for (int end = endOfMessage(text, start); end >= 0; end = endOfMessage(text, start)) {
      complete.add(text.substring(start, end).getBytes(StandardCharsets.ISO_8859_1));
      start = end;
    }
    pending.reset();
    pending.write(all, start, all.length - start);
    return complete;
  }

  /** What has come of a message that is not complete. */
  public byte[] rest() {
    return pending.toByteArray();
  }

  private static int endOfMessage(String text, int start) {
    int head = text.indexOf(END_OF_HEAD, start);
    if (head < 0) {
      return -1;
    }
    Matcher length = LENGTH.matcher(text.substring(start, head));
    int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
    int end = head + END_OF_HEAD.length() + body;
    return end <= text.length() ? end : -1;
  }
}
