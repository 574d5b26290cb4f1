package io.firedrill.internal.relay;

/** Answers HTTP requests. Thread-safe. */
@FunctionalInterface
public interface HttpService {

  /** Answers a request, while the time stands still. */
  HttpAnswer answer(HttpRequest request);
}
