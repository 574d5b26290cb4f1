package io.firedrill.internal.alertmanager;

import io.firedrill.model.ServerFailure;

/** Alertmanager rejected a request, gave an invalid answer, or could not be reached. */
public final class AlertmanagerException extends ServerFailure {

  private final int status;
  private final String serverMessage;

  AlertmanagerException(String what, int status, String serverMessage) {
    super(
        what
            + ": "
            + (serverMessage.isEmpty() ? "no message" : serverMessage)
            + " (HTTP "
            + status
            + ")");
    this.status = status;
    this.serverMessage = serverMessage;
  }

  AlertmanagerException(String what, Throwable cause) {
    super(what + ": " + cause.getMessage(), cause);
    this.status = 0;
    this.serverMessage = "";
  }

  /** The HTTP status, or 0 if there was no answer. */
  public int status() {
    return status;
  }

  /** Alertmanager's message, or the empty string if there was no answer. */
  public String serverMessage() {
    return serverMessage;
  }
}
