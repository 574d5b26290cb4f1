package io.firedrill.internal.rig.process;

import java.nio.file.Path;

/**
 * A server's executable.
 *
 * @param executable its absolute path
 * @param version its version, such as {@code 2.53.3+ds1}
 * @param origin its origin, for messages: a setting, the search path, or a distribution's suite
 * @param sha256 the hexadecimal checksum of a fetched file; the empty string for other files
 */
public record ServerBinary(Path executable, String version, String origin, String sha256) {}
