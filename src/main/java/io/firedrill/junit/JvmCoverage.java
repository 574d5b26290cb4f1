package io.firedrill.junit;

import io.firedrill.internal.coverage.Coverage;
import io.firedrill.internal.coverage.Exemptions;
import io.firedrill.internal.files.WholeFile;
import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.SuiteResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The coverage of all tests of this JVM, in all classes and threads. */
final class JvmCoverage {

  private static final Map<CoverageSettings, JvmCoverage> CURRENT = new LinkedHashMap<>();

  private final CoverageSettings settings;
  private final Exemptions exemptions;
  private final Set<String> servers = new TreeSet<>();
  private final List<FileResult> results = new ArrayList<>();

  private JvmCoverage(CoverageSettings settings) {
    this.settings = settings;
    this.exemptions = settings.exemptions();
  }

  /** The coverage to which tests are added; empty if it is not recorded. */
  static Optional<JvmCoverage> of(Settings settings) {
    synchronized (CURRENT) {
      return settings.coverage().map(wanted -> CURRENT.computeIfAbsent(wanted, JvmCoverage::new));
    }
  }

  /** Adds a test, whose extras contain its coverage. */
  synchronized void add(String ranOn, FileResult result) {
    servers.add(ranOn);
    results.add(result);
  }

  /**
   * Writes the record and checks the minimum: call it when all tests have run.
   *
   * @throws AssertionError if coverage is below the minimum
   * @throws io.firedrill.internal.source.InputException if an exemption is unnecessary
   */
  static void finish() {
    List<JvmCoverage> finished;
    synchronized (CURRENT) {
      finished = List.copyOf(CURRENT.values());
      CURRENT.clear();
    }
    finished.forEach(JvmCoverage::writeAndJudge);
  }

  private synchronized void writeAndJudge() {
    SuiteResult suite = SuiteResult.of(String.join("; ", servers), results.stream());
    Path record = write(ResultJson.record(suite));
    if (settings.minimum().isPresent()) {
      Coverage coverage = Coverage.of(suite.coverage());
      exemptions.requireNeeded(coverage);
      List<String> failures = settings.minimum().get().failures(exemptions.applyTo(coverage));
      if (!failures.isEmpty()) {
        throw new AssertionError(String.join("\n", failures) + "\nthe record is " + record);
      }
    }
  }

  /** Writes a file for each JVM; parallel JVMs have different process IDs. */
  private Path write(String text) {
    try {
      Path file =
          settings
              .directory()
              .resolve(
                  "coverage-%d-%d.json"
                      .formatted(ProcessHandle.current().pid(), System.currentTimeMillis()));
      WholeFile.write(file, text);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write coverage", e);
    }
  }
}
