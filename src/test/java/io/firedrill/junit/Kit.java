package io.firedrill.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.firedrill.rig.process.TestPairs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes within a test, upon the newest servers. */
final class Kit {

  private final Map<String, String> parameters = new HashMap<>();

  private Kit() {}

  /** Failed tests keep what happened in this directory. */
  static Kit keepingIn(Path output) {
    String version = TestPairs.VERSIONS[TestPairs.VERSIONS.length - 1];
    TestPairs.pair(version); // Skips the test, with the reason, where there are no servers.
    return new Kit()
        .with(Setting.PROMETHEUS.key(), version)
        .with(Setting.OUTPUT.key(), output.toString());
  }

  Kit with(String parameter, String value) {
    parameters.put(parameter, value);
    return this;
  }

  /** The same by system properties, which is all that tests without an extension see. */
  EngineExecutionResults runWithProperties(Class<?>... classes) {
    parameters.forEach(System::setProperty);
    try {
      return run(classes);
    } finally {
      parameters.keySet().forEach(System::clearProperty);
    }
  }

  EngineExecutionResults run(Class<?>... classes) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
    for (Class<?> type : classes) {
      kit.selectors(selectClass(type));
    }
    return kit.configurationParameters(parameters).execute();
  }

  /** What failed tests and containers failed with, in order. */
  static List<Throwable> failures(EngineExecutionResults results) {
    return results
        .allEvents()
        .failed()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
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
}
