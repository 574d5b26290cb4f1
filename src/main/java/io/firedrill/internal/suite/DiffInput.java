package io.firedrill.internal.suite;

import io.firedrill.internal.comparison.ComparedTest.Extent;
import io.firedrill.internal.revision.Tree;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.scenario.ScenarioPaths;
import io.firedrill.internal.scenario.ScenarioText;
import io.firedrill.internal.scenario.ServerFiles;
import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the head's scenarios, under the rules and routes of both sides. */
public final class DiffInput {

  private final Tree base;
  private final Tree head;
  private final Trust trust;
  private final Set<String> unusable = new LinkedHashSet<>();

  /**
   * One scenario file.
   *
   * @param base the file in the base; empty if it cannot be run there
   * @param note what is missing there, or the empty string
   */
  private record Sides(PreparedFile head, Optional<PreparedFile> base, String note) {}

  /** Files that cannot be used. */
  public static final class UnusableFiles extends RuntimeException {

    private final transient List<String> problems;

    UnusableFiles(List<String> problems) {
      super("some files are invalid, so nothing was run");
      this.problems = problems;
    }

    /** The problems of the files. */
    public List<String> problems() {
      return problems;
    }
  }

  public DiffInput(Tree base, Tree head, Trust trust) {
    this.trust = trust;
    this.base = base;
    this.head = head;
  }

  /**
   * Reads all tests of files and of files in directories.
   *
   * @param paths relative to the head
   * @throws UnusableFiles if any of them cannot be used
   */
  public List<DiffTest> read(List<Path> paths) {
    Map<Path, Sides> files = new LinkedHashMap<>();
    for (Path path : paths) {
      try {
        for (Path file : ScenarioPaths.at(inHead(path))) {
          if (!files.containsKey(file.normalize())) {
            read(file).ifPresent(sides -> files.put(file.normalize(), sides));
          }
        }
      } catch (InputException e) {
        unusable.add(head.named(e.getMessage()));
      }
    }
    if (!unusable.isEmpty()) {
      throw new UnusableFiles(List.copyOf(unusable));
    }
    return files.values().stream().flatMap(sides -> tests(sides).stream()).toList();
  }

  /** Paths of the working tree are kept as the user wrote them. */
  private Path inHead(Path path) {
    return head.root().equals(Path.of("").toAbsolutePath()) ? path : head.root().resolve(path);
  }

  private Optional<Sides> read(Path path) {
    ScenarioText text;
    PreparedFile after;
    try {
      text = ScenarioText.read(path, trust);
      after = prepared(text.file(SnapshotMode.UPDATE).whole());
    } catch (InputException e) {
      unusable.add(head.named(e.getMessage()));
      return Optional.empty();
    }
    try {
      BaseFiles places = new BaseFiles(base, head);
      ScenarioFile before = text.file(SnapshotMode.UPDATE, places).whole();
      return Optional.of(
          new Sides(
              after,
              isComparable(before.servers(), after.file().servers())
                  ? Optional.of(prepared(before))
                  : Optional.empty(),
              places.missing()));
    } catch (InputException e) {
      unusable.add(base.named(head.named(e.getMessage())));
      return Optional.empty();
    }
  }

  private static PreparedFile prepared(ScenarioFile file) {
    return PreparedFile.of(ExpectNothing.of(file));
  }

  private static boolean isComparable(ServerFiles before, ServerFiles after) {
    return before.ruleFiles().isEmpty() == after.ruleFiles().isEmpty()
        && before.alertmanagerConfig().isPresent() == after.alertmanagerConfig().isPresent()
        && before.prometheusConfig().isPresent() == after.prometheusConfig().isPresent();
  }

  private List<DiffTest> tests(Sides sides) {
    Extent extent = extent(sides);
    String file = head.shown(sides.head().file().path()).toString();
    List<Scenario> scenarios = sides.head().file().scenarios();
    List<DiffTest> tests = new ArrayList<>();
    for (int i = 0; i < scenarios.size(); i++) {
      int number = i;
      tests.add(
          new DiffTest(
              file,
              sides.base().map(b -> new Selection.Test(b, b.file().scenarios().get(number))),
              new Selection.Test(sides.head(), scenarios.get(i)),
              extent,
              sides.note()));
    }
    return tests;
  }

  private Extent extent(Sides sides) {
    if (sides.base().isEmpty()) {
      return Extent.HEAD_ONLY;
    }
    return isSame(sides.head(), sides.base().get()) ? Extent.UNCHANGED : Extent.BOTH;
  }

  /**
   * Whether both name the same files with equal bytes. A Prometheus configuration may refer to
   * further files, so its tests count as different.
   */
  private boolean isSame(PreparedFile after, PreparedFile before) {
    if (after.file().prometheusConfig().isPresent()) {
      return false;
    }
    List<Path> theirs = before.testedFiles();
    List<Path> ours = after.testedFiles();
    if (theirs.size() != ours.size()) {
      return false;
    }
    for (int i = 0; i < ours.size(); i++) {
      if (!isSame(ours.get(i), theirs.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(Path ours, Path theirs) {
    try {
      return base.counterpart(ours, head).equals(theirs.toAbsolutePath().normalize())
          && Files.mismatch(ours, theirs) < 0;
    } catch (IOException e) {
      throw new UnusableException("cannot compare " + ours + ": " + e.getMessage());
    }
  }
}
