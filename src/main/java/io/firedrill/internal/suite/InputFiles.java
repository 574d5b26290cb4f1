package io.firedrill.internal.suite;

import io.firedrill.internal.prometheus.UnknownFields;
import io.firedrill.internal.scenario.BrokenTest;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.scenario.ScenarioPaths;
import io.firedrill.internal.scenario.ScenarioText;
import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Trust;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads all files before anything runs, so that an error in the last one is not reported only after
 * minutes. Problems in files that several scenario files share are reported once.
 */
public final class InputFiles {

  private final SnapshotMode snapshots;
  private final UnknownFields unknown;
  private final Selection selection;
  private final Set<Problem> warnings = new LinkedHashSet<>();
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final List<String> messages = new ArrayList<>();
  private final Set<Path> known = new LinkedHashSet<>();
  private final List<PreparedFile> files = new ArrayList<>();
  private final List<Unusable> unusable = new ArrayList<>();

  private final Trust trust;

  private InputFiles(
      SnapshotMode snapshots, UnknownFields unknown, Selection selection, Trust trust) {
    this.trust = trust;
    this.snapshots = snapshots;
    this.unknown = unknown;
    this.selection = selection;
  }

  /**
   * Reads the files, and those in directories; a file that is named twice is read once.
   *
   * @param selection the selected tests; others may be invalid
   * @throws UnusableException if reading a file exhausts memory or stack
   */
  public static TestInput read(
      List<Path> named,
      SnapshotMode snapshots,
      UnknownFields unknown,
      Selection selection,
      Trust trust) {
    InputFiles input = new InputFiles(snapshots, unknown, selection, trust);
    named.forEach(input::findAndRead);
    return new TestInput(
        input.files,
        input.unusable,
        List.copyOf(input.warnings),
        input.messages,
        input.known.size());
  }

  private void findAndRead(Path path) {
    try {
      for (Path file : ScenarioPaths.at(path)) {
        if (known.add(file.normalize())) {
          read(file);
        }
      }
    } catch (InputException e) {
      known.add(path);
      report(e.problems());
      unusable.add(Unusable.of(path, e.problems()));
    }
  }

  private void read(Path path) {
    try {
      PreparedFile prepared = Exhaustion.named(path, this::prepared);
      warnings.addAll(prepared.warnings());
      List<BrokenTest> broken = prepared.file().broken();
      if (broken.isEmpty() || !prepared.file().scenarios().isEmpty()) {
        files.add(prepared);
      }
      for (BrokenTest test : broken) {
        if (selection.matches(test.name())) {
          report(test.problems());
          unusable.add(Unusable.of(path, test));
        }
      }
    } catch (InputException e) {
      report(e.problems());
      unusable.add(Unusable.of(path, e.problems()));
    }
  }

  private PreparedFile prepared(Path path) {
    ScenarioFile file = ScenarioText.read(path, trust).file(snapshots);
    warnings.addAll(file.warnings());
    return PreparedFile.ofTests(file, unknown);
  }

  private void report(List<Problem> found) {
    List<Problem> fresh = found.stream().filter(problems::add).toList();
    if (!fresh.isEmpty()) {
      messages.add(new InputException(fresh).getMessage());
    }
  }
}
