package io.firedrill.internal.prometheus;

/**
 * A server's build information.
 *
 * @param version such as {@code 3.5.0}, with the distribution's suffix if there is one
 * @param revision the source's revision
 * @param goVersion the Go release that compiled it
 */
public record BuildInfo(String version, String revision, String goVersion) {}
