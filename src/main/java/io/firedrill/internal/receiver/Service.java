package io.firedrill.internal.receiver;

/**
 * The service of a kind of integration, as Alertmanager sees it. One per sink, because some have
 * state.
 */
interface Service {

  /**
   * Reads a request and determines the service's answer.
   *
   * @throws UndecodableException if this kind of integration does not send such requests
   */
  Reading read(CapturedRequest request);
}
