package io.firedrill.cli;

import io.firedrill.engine.PreparedFile;
import io.firedrill.scenario.ScenarioFile;
import io.firedrill.scenario.ScenarioPaths;
import io.firedrill.snapshot.SnapshotMode;
import io.firedrill.source.InputException;
import io.firedrill.source.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads all files before anything runs, so that a mistake in the last one does not come to light
 * after minutes. What several scenario files have in common is reported once.
 */
final class InputFiles {

  private final Set<Problem> warnings = new LinkedHashSet<>();
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final List<String> unusable = new ArrayList<>();
  private final Map<Path, Optional<PreparedFile>> files = new LinkedHashMap<>();

  private final SnapshotMode snapshots;

  private InputFiles(SnapshotMode snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * Reads the files, and those in the directories; a file that is named twice only once.
   *
   * @throws UnusableException if any of them cannot be used; each problem has been printed then
   */
  static List<PreparedFile> read(List<Path> named, SnapshotMode snapshots, PrintWriter err) {
    InputFiles input = new InputFiles(snapshots);
    named.forEach(input::findAndRead);
    input.warnings.forEach(warning -> err.println(warning.render() + "\n"));
    if (!input.unusable.isEmpty()) {
      err.println(String.join("\n\n", input.unusable) + "\n");
      throw new UnusableException(input.count() + ", so that nothing was run");
    }
    return input.files.values().stream().map(Optional::orElseThrow).toList();
  }

  private void findAndRead(Path path) {
    try {
      for (Path file : ScenarioPaths.at(path)) {
        files.computeIfAbsent(file.normalize(), any -> Exhaustion.named(file, this::read));
      }
    } catch (InputException e) {
      files.put(path, Optional.empty());
      report(e);
    }
  }

  private Optional<PreparedFile> read(Path path) {
    try {
      ScenarioFile file = ScenarioFile.read(path, snapshots);
      warnings.addAll(file.warnings());
      PreparedFile prepared = PreparedFile.of(file);
      warnings.addAll(prepared.warnings());
      return Optional.of(prepared);
    } catch (InputException e) {
      report(e);
      return Optional.empty();
    }
  }

  private void report(InputException e) {
    List<Problem> fresh = e.problems().stream().filter(problems::add).toList();
    if (!fresh.isEmpty()) {
      unusable.add(new InputException(fresh).getMessage());
    }
  }

  private String count() {
    long bad = files.values().stream().filter(Optional::isEmpty).count();
    return files.size() == 1
        ? "the file cannot be used"
        : bad + " of " + files.size() + " files cannot be used";
  }

  /** The names of the files, for a message. */
  static String names(List<PreparedFile> files) {
    return files.size() > 3
        ? files.size() + " files"
        : files.stream().map(f -> f.file().path().toString()).collect(Collectors.joining(", "));
  }
}
