package io.firedrill.internal.prometheus;

import io.firedrill.model.ServerFailure;

/** Prometheus rejected a request, gave an invalid answer, or could not be reached. */
public final class PrometheusException extends ServerFailure {

  private final int status;
  private final String errorType;
  private final String serverMessage;

  PrometheusException(String what, int status, String errorType, String serverMessage) {
    super(what + ": " + describe(status, errorType, serverMessage));
    this.status = status;
    this.errorType = errorType;
    this.serverMessage = serverMessage;
  }

  PrometheusException(String what, Throwable cause) {
    super(what + ": " + cause.getMessage(), cause);
    this.status = 0;
    this.errorType = "";
    this.serverMessage = "";
  }

  /** The HTTP status, or 0 if there was no answer. */
  public int status() {
    return status;
  }

  /** The API's error type, such as {@code bad_data}, or the empty string. */
  public String errorType() {
    return errorType;
  }

  /** Prometheus's message, or the empty string if there was no answer. */
  public String serverMessage() {
    return serverMessage;
  }

  private static String describe(int status, String errorType, String message) {
    String kind = errorType.isEmpty() ? "" : ", " + errorType;
    return (message.isEmpty() ? "no message" : message) + " (HTTP " + status + kind + ")";
  }
}
