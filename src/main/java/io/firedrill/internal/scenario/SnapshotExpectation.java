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
 * {@code expect: snapshot}: what happens is what somebody has approved.
 *
 * @param scenarioFile the file in which this stands
 * @param section the name of the test's section
 * @param all the names of all sections that the scenario file's tests have
 * @param approved what has been approved; empty where nothing has
 * @param use whether the test is held to it
 * @param position where it stands
 */
public record SnapshotExpectation(
    Path scenarioFile,
    String section,
    Set<String> all,
    Optional<SnapshotFile.Section> approved,
    Use use,
    Position position) {

  /** What a snapshot is for in this run. */
  public enum Use {
    /** The test fails where something else happens. */
    HELD,
    /** What happens does not matter, since it will be approved. */
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
   * Approves these lines, and forgets the sections of tests that are no more.
   *
   * @return whether that changed the file
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public boolean update(List<String> lines) {
    synchronized (SnapshotExpectation.class) {
      return before().retaining(all).with(section, lines).write();
    }
  }

  /** What cannot be read is written anew. */
  private SnapshotFile before() {
    try {
      return SnapshotFile.read(file());
    } catch (InputException e) {
      return new SnapshotFile(file(), new TreeMap<>());
    }
  }
}
