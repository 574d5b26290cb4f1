package io.firedrill.internal.relay;

/** Answers HTTP requests. Thread-safe. */
@FunctionalInterface
public interface HttpService {

  /** Answers a request, while time does not advance. */
  HttpAnswer answer(HttpRequest request);
}
