package io.firedrill.internal.receiver;

/**
 * What a kind of integration sends to, as far as Alertmanager can tell. One for each sink, since
 * some remember what they were told.
 */
interface Service {

  /**
   * Reads a request, and says how the service answers it.
   *
   * @throws UndecodableException if it is not what this kind of integration sends
   */
  Reading read(CapturedRequest request);
}
