package io.firedrill.internal.rig.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The directory of a pair in the cache: the executables, and a description of them. */
final class StoredPair {

  /** The files that the installed packages have below {@code /usr/share}. */
  static final String SHARE = "share/prometheus";

  // The number changes with the layout, so that older directories are not read.
  private static final String MANIFEST = "pair-2.properties";

  private StoredPair() {}

  /** The pair in a directory; empty if there is no complete one. */
  static Optional<ServerPair> read(Path directory) {
    Properties manifest = new Properties();
    try (Reader reader = Files.newBufferedReader(directory.resolve(MANIFEST))) {
      manifest.load(reader);
    } catch (IOException e) {
      return Optional.empty();
    }
    Optional<ServerBinary> prometheus = read(directory, manifest, Executables.PROMETHEUS);
    Optional<ServerBinary> alertmanager = read(directory, manifest, Executables.ALERTMANAGER);
    return prometheus.flatMap(p -> alertmanager.map(a -> ServerPair.of(p, a)));
  }

  /** Moves a fetched pair to a directory and describes it; returns the pair's name. */
  static String write(PairSource.Fetched fetched, Path directory) throws IOException {
    Files.createDirectories(directory);
    Properties manifest = new Properties();
    manifest.setProperty("origin", fetched.origin());
    String prometheus = write(fetched, directory, manifest, Executables.PROMETHEUS);
    String alertmanager = write(fetched, directory, manifest, Executables.ALERTMANAGER);
    Optional<Path> promtool = Executables.in(fetched.binaries(), Executables.PROMTOOL);
    if (promtool.isPresent()) {
      Files.move(promtool.get(), directory.resolve(promtool.get().getFileName()));
    }
    Path share = fetched.binaries().resolveSibling(SHARE);
    if (Files.isDirectory(share)) {
      Files.createDirectories(directory.resolve(SHARE).getParent());
      Files.move(share, directory.resolve(SHARE));
    }
    try (Writer writer = Files.newBufferedWriter(directory.resolve(MANIFEST))) {
      manifest.store(writer, null);
    }
    return prometheus + "_" + alertmanager + "_" + System.getProperty("os.arch");
  }

  private static Optional<ServerBinary> read(
      Path directory, Properties manifest, List<String> names) {
    String key = names.get(0);
    return Executables.in(directory, names)
        .filter(p -> manifest.containsKey(key + ".version"))
        .map(
            p ->
                new ServerBinary(
                    p,
                    manifest.getProperty(key + ".version"),
                    manifest.getProperty("origin", "cache"),
                    manifest.getProperty(key + ".sha256", "")));
  }

  private static String write(
      PairSource.Fetched fetched, Path directory, Properties manifest, List<String> names)
      throws IOException {
    Path executable = Executables.in(fetched.binaries(), names).orElseThrow();
    String version = Executables.version(executable);
    manifest.setProperty(names.get(0) + ".version", version);
    manifest.setProperty(names.get(0) + ".sha256", sha256(executable));
    Files.move(executable, directory.resolve(executable.getFileName()));
    return version;
  }

  private static String sha256(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
