package io.firedrill.internal.suite;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.verdict.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A file with a test that fails, and the reasons that it should give. Parts begin with {@code ==}
 * and a file's name; {@code == why} begins the reasons. {@code [computed]} is there with servers
 * that record no events.
 */
record Situation(String name, Map<String, String> parts) {

  private static final Path DIRECTORY = Path.of("src/test/resources/io/firedrill/reasons");

  private static final String HEADER =
      """
      rule_files: [rules.yml]
      alertmanager_config: routes.yml
      strict: false
      """;

  /** All of them. */
  static List<Situation> all() {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.sorted().map(Situation::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Situation read(Path file) {
    Map<String, String> parts = new TreeMap<>();
    try {
      for (String part : Files.readString(file).split("(?m)^== ")) {
        int end = part.indexOf('\n');
        if (end > 0) {
          parts.put(part.substring(0, end).strip(), part.substring(end + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Situation(file.getFileName().toString().replace(".txt", ""), parts);
  }

  /** Writes its files, and reads the test. */
  PreparedFile prepared(Path directory) {
    try {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        if (part.getKey().endsWith(".yml")) {
          String head = part.getKey().equals("test.yml") ? HEADER : "";
          Files.writeString(directory.resolve(part.getKey()), head + part.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PreparedFile.of(ScenarioFile.read(directory.resolve("test.yml")));
  }

  /** The reasons of all its tests. */
  List<String> reasons(String version, Path directory) {
    PreparedFile prepared = prepared(directory);
    ScenarioRunner runner =
        new ScenarioRunner(
            TestPairs.rigs(version), RunSettings.withLogsIn(directory.resolve("logs")));
    List<String> reasons = new ArrayList<>();
    for (Scenario scenario : prepared.file().scenarios()) {
      runner.run(prepared, scenario).failures().stream()
          .map(Failure::explanation)
          .flatMap(List::stream)
          .map(line -> line.replace(directory + "/", ""))
          .forEach(reasons::add);
    }
    return reasons;
  }

  /** One that takes days is tried with one version. */
  boolean isFor(String version) {
    return parts.getOrDefault("versions", version).strip().equals(version);
  }

  /** The reasons that it should give. */
  List<String> expected(String version) {
    boolean records = version.equals(TestPairs.VERSIONS[TestPairs.VERSIONS.length - 1]);
    String why = parts.getOrDefault("why " + version, parts.getOrDefault("why", ""));
    return why.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.replace("[computed]", records ? "" : " (computed)"))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
