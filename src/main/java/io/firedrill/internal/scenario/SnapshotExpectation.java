package io.firedrill.internal.scenario;

import io.firedrill.internal.snapshot.SnapshotFile;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code expect: snapshot}: the timeline must equal the approved one.
 *
 * @param scenarioFile the file with this expectation
 * @param section the name of the test's section
 * @param all the names of all sections that the scenario file's tests have
 * @param approved the approved timeline; empty if there is none
 * @param use whether to compare or update it
 * @param position the position of the expectation
 */
public record SnapshotExpectation(
    Path scenarioFile,
    String section,
    Set<String> all,
    Optional<SnapshotFile.Section> approved,
    Use use,
    Position position) {

  /** The use of snapshots in this run. */
  public enum Use {
    /** The test fails if its timeline differs. */
    HELD,
    /** Any timeline passes, because it will be approved. */
    UPDATED
  }

  public SnapshotExpectation {
    all = Set.copyOf(all);
  }

  /** The snapshot file. */
  public Path file() {
    return SnapshotFile.beside(scenarioFile);
  }

  /**
   * Approves these lines, and removes the sections of tests that no longer exist.
   *
   * @return whether that changed the file
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public boolean update(List<String> lines) {
    synchronized (SnapshotExpectation.class) {
      return before().retaining(all).with(section, lines).write();
    }
  }

  /** An unreadable file is replaced. */
  private SnapshotFile before() {
    try {
      return SnapshotFile.read(file());
    } catch (InputException e) {
      return new SnapshotFile(file(), new TreeMap<>());
    }
  }
}
