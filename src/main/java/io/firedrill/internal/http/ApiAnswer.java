package io.firedrill.internal.http;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param body the body as text
 */
public record ApiAnswer(int status, String body) {

  /** Whether the status is one of success, 2xx. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** A server's words for a message: at most so many characters of them. */
  public static String cut(String text, int longest) {
    return text.substring(0, Math.min(text.length(), longest));
  }
}
