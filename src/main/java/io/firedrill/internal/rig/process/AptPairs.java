package io.firedrill.internal.rig.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Fetches pairs from the packages of this machine's Debian or Ubuntu, newest suite first. */
final class AptPairs {

  private static final String PROMETHEUS = "prometheus";
  private static final String ALERTMANAGER = "prometheus-alertmanager";
  private static final String PROMTOOL = "promtool";

  private final AptSource source;
  private final VersionPrefix prometheus;
  private final VersionPrefix alertmanager;
  private final List<String> refusals = new ArrayList<>();

  private AptPairs(AptSource source, VersionPrefix prometheus, VersionPrefix alertmanager) {
    this.source = source;
    this.prometheus = prometheus;
    this.alertmanager = alertmanager;
  }

  /** See {@link PairSource#fetch}. */
  static PairSource.Fetched fetch(
      VersionPrefix prometheus,
      VersionPrefix alertmanager,
      Path directory,
      Consumer<String> progress)
      throws IOException {
    AptSource source = AptSource.ofThisMachine();
    AptPairs pairs = new AptPairs(source, prometheus, alertmanager);
    boolean any = prometheus.isAny() && alertmanager.isAny();
    for (String suite : Suites.newestFirst(source, any)) {
      progress.accept("looking for Prometheus and Alertmanager in the packages of " + suite);
      Path binaries = pairs.trySuite(suite, Files.createDirectory(directory.resolve(suite)));
      if (binaries != null) {
        return new PairSource.Fetched(binaries, "packages of " + suite);
      }
    }
    throw new ServersNotFoundException(
        "No suitable Prometheus and Alertmanager in the distribution's packages:\n"
            + String.join("\n", pairs.refusals));
  }

  /**
   * The directory of the extracted executables; null if that fails, for which it keeps the reason.
   */
  private Path trySuite(String suite, Path directory) throws IOException {
    try {
      PrivateApt apt = PrivateApt.update(source, suite, directory);
      Map<String, String> versions = apt.versions(List.of(PROMETHEUS, ALERTMANAGER, PROMTOOL));
      requireFitting(versions);
      // In older suites, promtool is in the prometheus package.
      apt.extract(List.copyOf(versions.keySet()));
      Path binaries = apt.root().resolve("usr/bin");
      // Newer builds may need a newer libc.
      requireStarting(binaries, Executables.PROMETHEUS);
      requireStarting(binaries, Executables.ALERTMANAGER);
      return binaries;
    } catch (ServersNotFoundException e) {
      refusals.add(suite + ": " + e.getMessage());
      return null;
    }
  }

  private void requireFitting(Map<String, String> versions) {
    boolean fitting =
        versions.containsKey(PROMETHEUS)
            && versions.containsKey(ALERTMANAGER)
            && prometheus.matches(versions.get(PROMETHEUS))
            && alertmanager.matches(versions.get(ALERTMANAGER));
    if (!fitting) {
      throw new ServersNotFoundException("has " + versions);
    }
  }

  private static void requireStarting(Path binaries, List<String> names) {
    Executables.version(
        Executables.in(binaries, names)
            .orElseThrow(() -> new ServersNotFoundException("the package has no " + names)));
  }
}
