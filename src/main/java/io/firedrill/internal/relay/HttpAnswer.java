package io.firedrill.internal.relay;

import java.time.Instant;

/** The answer to a request, and its time. */
public sealed interface HttpAnswer {

  /** A response, while time does not advance. */
  record Now(HttpResponse response) implements HttpAnswer {}

  /**
   * A response at a later time, unless the client has disconnected by then.
   *
   * @param time when it is sent
   * @param sent called when it was sent
   */
  record At(Instant time, HttpResponse response, Runnable sent) implements HttpAnswer {}

  /** No response, on an open connection. */
  record Never() implements HttpAnswer {}

  /** No response: the connection is closed. */
  record HangUp() implements HttpAnswer {}
}
