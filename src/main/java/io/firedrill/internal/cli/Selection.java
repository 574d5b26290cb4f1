package io.firedrill.internal.cli;

import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.GoRegex;
import io.firedrill.internal.suite.PreparedFile;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which tests to run. As with promtool's {@code --run}, a test is chosen when any of the
 * expressions matches any part of its name; without expressions, all are.
 */
record Selection(List<GoRegex> names) {

  /** A test that was chosen, and the file it stands in. */
  record Test(PreparedFile file, Scenario scenario) {}

  /**
   * The chosen tests, in the order of the files.
   *
   * @throws UnusableException if there is none
   */
  List<Test> from(List<PreparedFile> files) {
    List<Test> chosen = of(files);
    if (files.stream().allMatch(f -> f.file().scenarios().isEmpty())) {
      throw new UnusableException("there are no tests in " + InputFiles.names(files));
    }
    if (chosen.isEmpty()) {
      String wanted = names.stream().map(GoRegex::toString).collect(Collectors.joining(" or "));
      throw new UnusableException(
          "--run %s matches no test's name in %s".formatted(wanted, InputFiles.names(files)));
    }
    return chosen;
  }

  /** The same; perhaps none. */
  List<Test> of(List<PreparedFile> files) {
    return files.stream()
        .flatMap(f -> f.file().scenarios().stream().map(s -> new Test(f, s)))
        .filter(t -> matches(t.scenario().name()))
        .toList();
  }

  boolean matches(String name) {
    return names.isEmpty() || names.stream().anyMatch(n -> n.matchesPartOf(name));
  }
}
