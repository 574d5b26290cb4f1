package io.firedrill.internal.mutation;

import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.Selection;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which tests load which file. */
final class CoveringTests {

  private final List<Selection.Test> tests;
  private final Map<PreparedFile, Set<Path>> files = new HashMap<>();
  private final Map<Path, List<Selection.Test>> byFile = new ConcurrentHashMap<>();

  CoveringTests(List<Selection.Test> tests) {
    this.tests = List.copyOf(tests);
    tests.stream()
        .map(Selection.Test::file)
        .distinct()
        .forEach(
            file ->
                files.put(
                    file,
                    file.testedFiles().stream()
                        .map(CoveringTests::normal)
                        .collect(Collectors.toSet())));
  }

  private static Path normal(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** The tests that load the changed file, in order. */
  List<Selection.Test> of(Mutant mutant) {
    return byFile.computeIfAbsent(
        normal(mutant.file()),
        path -> tests.stream().filter(t -> files.get(t.file()).contains(path)).toList());
  }

  /** Those of some mutants whose file a test loads. */
  List<Mutant> some(List<Mutant> mutants, Selection.Test test) {
    return mutants.stream().filter(m -> files.get(test.file()).contains(normal(m.file()))).toList();
  }
}
