package io.firedrill.internal.rig.process;

import io.firedrill.internal.files.WholeFile;
import io.firedrill.internal.rig.LauncherBinary;
import io.firedrill.internal.rig.RigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Extracts the launcher's executable from the jar to the cache. */
final class Launcher {

  private Launcher() {}

  /**
   * The launcher for this machine, in a cache directory.
   *
   * @throws RigException if there is none for this machine
   */
  static Path in(Path cache) {
    return in(cache, System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Path in(Path cache, String os, String architecture) {
    Optional<byte[]> content =
        os.equals("Linux") ? LauncherBinary.of(architecture) : Optional.empty();
    if (content.isEmpty()) {
      throw new RigException(
          "local servers need Linux on amd64 or arm64, but this is %s on %s: use a container engine"
              .formatted(os, architecture));
    }
    return in(cache, content.get());
  }

  private static Path in(Path cache, byte[] content) {
    try {
      Path path = cache.resolve("vclock-" + digest(content).substring(0, 16));
      if (!isThere(path, content)) {
        write(path, content);
      }
      return path;
    } catch (IOException e) {
      throw new RigException(
          "the launcher cannot be written to %s: %s; XDG_CACHE_HOME sets another directory"
              .formatted(cache, WholeFile.reason(e)),
          e);
    }
  }

  /**
   * Whether the file exists with the content of the jar. This is checked because it is about to be
   * run.
   */
  private static boolean isThere(Path path, byte[] content) throws IOException {
    return Files.isExecutable(path) && Arrays.equals(Files.readAllBytes(path), content);
  }

  private static void write(Path path, byte[] content) throws IOException {
    CacheDirectory.make(path.getParent());
    Path part = Files.createTempFile(path.getParent(), "vclock", ".part");
    try {
      Files.write(part, content);
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
