package io.firedrill.internal.receiver;

/**
 * Where the receivers' stand-ins are reached, on Alertmanager's loopback address: ports of the
 * sink, or of relays to it.
 *
 * @param http the port for HTTP
 * @param smtp the port for mail
 * @param proxy the port of a proxy that is every HTTPS host itself
 */
public record SinkPorts(int http, int smtp, int proxy) {}
