package io.firedrill.internal.receiver;

/**
 * The ports of the receivers' stand-ins on Alertmanager's loopback address: those of the sink, or
 * of relays to it.
 *
 * @param http the port for HTTP
 * @param smtp the port for mail
 * @param proxy the port of a proxy that answers for every HTTPS host
 */
public record SinkPorts(int http, int smtp, int proxy) {}
