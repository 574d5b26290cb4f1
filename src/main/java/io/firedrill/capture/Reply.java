package io.firedrill.capture;

/**
 * A service's answer.
 *
 * @param status the HTTP status
 * @param contentType the body's media type; the empty string where there is no body
 * @param body the body
 */
record Reply(int status, String contentType, String body) {

  static final Reply NOTHING = new Reply(200, "", "");

  /** Whether the service refuses what it was sent. */
  boolean isRefusal() {
    return status / 100 != 2;
  }

  static Reply text(String body) {
    return new Reply(200, "text/html", body);
  }

  static Reply json(int status, String body) {
    return new Reply(status, "application/json", body);
  }
}
