package io.firedrill.internal.rig.process;

import java.nio.file.Path;

/**
 * A server's executable.
 *
 * @param executable its absolute path
 * @param version what it prints for {@code --version}, such as {@code 2.53.3+ds1}
 * @param origin where it came from, for people: a setting, the search path, a distribution's suite
 * @param sha256 the file's checksum in hexadecimal, taken when it was fetched; the empty string for
 *     a file that was not
 */
public record ServerBinary(Path executable, String version, String origin, String sha256) {}
