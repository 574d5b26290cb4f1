package io.firedrill.internal.relay;

import java.time.Instant;

/** What becomes of a request, and when. */
public sealed interface HttpAnswer {

  /** A response, while the time stands still. */
  record Now(HttpResponse response) implements HttpAnswer {}

  /**
   * A response at a later time, unless the client has hung up by then.
   *
   * @param time when it is sent
   * @param sent called when it is
   */
  record At(Instant time, HttpResponse response, Runnable sent) implements HttpAnswer {}

  /** No response, while the connection stays. */
  record Never() implements HttpAnswer {}

  /** No response: the connection ends. */
  record HangUp() implements HttpAnswer {}
}
