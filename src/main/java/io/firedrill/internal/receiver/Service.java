package io.firedrill.internal.receiver;

/**
 * The service of a kind of integration, as Alertmanager sees it. One per sink, because some have
 * state.
 */
interface Service {

  /**
   * Reads a request and determines the service's answer.
   *
   * @throws UndecodableException if it is not what this kind of integration sends
   */
  Reading read(CapturedRequest request);
}
