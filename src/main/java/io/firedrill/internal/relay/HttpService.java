package io.firedrill.internal.relay;

/** Answers HTTP requests. Safe for use by several threads. */
@FunctionalInterface
public interface HttpService {

  /** Answers a request, while the time stands still. */
  HttpAnswer answer(HttpRequest request);
}
