package io.firedrill.internal.suite;

import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.GoRegex;
import java.util.List;

/**
 * Selects the tests to run. As with promtool's {@code --run}, a test is selected if any of the
 * expressions matches any part of its name; without expressions, all are.
 */
public record Selection(List<GoRegex> names) {

  /** A selected test and its file. */
  public record Test(PreparedFile file, Scenario scenario) {}

  /** All tests. */
  public static final Selection ALL = new Selection(List.of());

  public Selection {
    names = List.copyOf(names);
  }

  /** The selected tests, in the order of the files; may be empty. */
  public List<Test> of(List<PreparedFile> files) {
    return files.stream()
        .flatMap(f -> f.file().scenarios().stream().map(s -> new Test(f, s)))
        .filter(t -> matches(t.scenario().name()))
        .toList();
  }

  /** Whether a test with this name is selected. */
  public boolean matches(String name) {
    return names.isEmpty() || names.stream().anyMatch(n -> n.matchesPartOf(name));
  }
}
