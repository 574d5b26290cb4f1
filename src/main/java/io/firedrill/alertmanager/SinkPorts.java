package io.firedrill.alertmanager;

/**
 * Where the receivers' stand-ins are reached, on Alertmanager's loopback address.
 *
 * @param http the port of the sink for HTTP, or of a relay to it
 * @param smtp the port of the sink for mail, or of a relay to it; 0 where no receiver gets mail
 */
public record SinkPorts(int http, int smtp) {

  /** Of a configuration without mail. */
  public static SinkPorts http(int port) {
    return new SinkPorts(port, 0);
  }
}
