package io.firedrill.junit;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** Scenario files as tests. */
public final class Firedrill {

  private Firedrill() {}

  /**
   * Returns a container for each scenario file with a test for each scenario, for a method with
   * {@link org.junit.jupiter.api.TestFactory}. Each test has its position in the file as source. An
   * invalid file has one test, which fails and reports the reason. A failed test keeps the timeline
   * and the servers' logs, and names the directory.
   *
   * <p>To set the servers, the directory and the number of tests that may have servers at a time,
   * use system properties, {@code junit-platform.properties} and environment variables.
   *
   * @param path a file, a directory of files, or a pattern, relative to the project's directory
   * @throws RuntimeException if there is no such file
   */
  public static Stream<DynamicNode> scenarios(Path path) {
    return new ScenarioTests(Settings.ofJvm()).of(path);
  }
}
