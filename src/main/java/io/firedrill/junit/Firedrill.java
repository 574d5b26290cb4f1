package io.firedrill.junit;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** Scenario files as tests. */
public final class Firedrill {

  private Firedrill() {}

  /**
   * A container for each scenario file, and in it a test for each scenario, for a method with
   * {@link org.junit.jupiter.api.TestFactory}. Each knows its place in the file. A file that cannot
   * be used has one test, which fails and says why. A failed test keeps the timeline and the
   * servers' logs, and names the directory.
   *
   * <p>Servers, the directory and the number of tests that may have servers at a time are set by
   * system properties, {@code junit-platform.properties} and environment variables.
   *
   * @param path a file, a directory of files, or a pattern, relative to the project's directory
   * @throws io.firedrill.internal.source.InputException if there is no such file
   */
  public static Stream<DynamicNode> scenarios(Path path) {
    return new ScenarioTests(Settings.ofJvm()).of(path);
  }
}
