package io.firedrill.internal.http;

/**
 * The answer of a server.
 *
 * @param status the HTTP status
 * @param body the body as text
 */
public record ApiAnswer(int status, String body) {

  /** Whether the status is 2xx. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Cuts a server's text to a maximum length, for messages. */
  public static String cut(String text, int longest) {
    return text.substring(0, Math.min(text.length(), longest));
  }
}
