package io.firedrill.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs test classes within a test, with the newest servers. */
final class Kit {

  private static final String PARALLEL = "junit.jupiter.execution.parallel.";

  /** The parameter for the executor of parallel tests. */
  static final String EXECUTOR = PARALLEL + "config.executor-service";

  private final Map<String, String> parameters = new HashMap<>();

  private Path published;

  private Kit() {}

  /** Failed tests keep what happened in this directory. */
  static Kit keepingIn(Path output) {
    String version = TestPairs.VERSIONS[TestPairs.VERSIONS.length - 1];
    TestPairs.pair(version); // Skips the test with the reason if there are no servers.
    return new Kit()
        .with(Setting.BACKEND.key(), "local")
        .with(Setting.PROMETHEUS.key(), version)
        .with(Setting.OUTPUT.key(), output.toString());
  }

  Kit with(String parameter, String value) {
    parameters.put(parameter, value);
    return this;
  }

  /** Runs this number of tests in parallel, each with servers. */
  Kit parallel(int threads) {
    return with(Setting.RIGS_MAX.key(), String.valueOf(threads))
        .with(EXECUTOR, "FORK_JOIN_POOL")
        .with(PARALLEL + "enabled", "true")
        .with(PARALLEL + "mode.default", "concurrent")
        .with(PARALLEL + "config.strategy", "fixed")
        .with(PARALLEL + "config.fixed.parallelism", String.valueOf(threads));
  }

  /** The same by system properties, which are all that tests without an extension read. */
  EngineExecutionResults runWithProperties(Class<?>... classes) {
    parameters.forEach(System::setProperty);
    try {
      return run(classes);
    } finally {
      parameters.keySet().forEach(System::clearProperty);
    }
  }

  /** Files that tests publish go to this directory; there is none otherwise. */
  Kit publishingTo(Path directory) {
    published = directory;
    return this;
  }

  EngineExecutionResults run(Class<?>... classes) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
    for (Class<?> type : classes) {
      kit.selectors(selectClass(type));
    }
    if (published != null) {
      kit.outputDirectoryCreator(new Published(published));
    }
    return kit.configurationParameters(parameters).execute();
  }

  /** The exceptions of failed tests and containers, in order. */
  static List<Throwable> failures(EngineExecutionResults results) {
    return results
        .allEvents()
        .failed()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
        .toList();
  }

  /** The files and directories that were published. */
  static List<Path> published(EngineExecutionResults results) {
    return results
        .allEvents()
        .filter(event -> event.getType() == EventType.FILE_ENTRY_PUBLISHED)
        .map(event -> event.getRequiredPayload(FileEntry.class).getPath())
        .toList();
  }

  /** The names of tests that passed, in order. */
  static List<String> passed(EngineExecutionResults results) {
    return results
        .testEvents()
        .succeeded()
        .map(Event::getTestDescriptor)
        .map(test -> test.getDisplayName())
        .toList();
  }

  private record Published(Path getRootDirectory) implements OutputDirectoryCreator {
    @Override
    public Path createOutputDirectory(TestDescriptor test) throws IOException {
      return Files.createTempDirectory(getRootDirectory, "published");
    }
  }
}
