package io.firedrill.internal.snapshot;

import io.firedrill.internal.files.WholeFile;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file of approved timelines: a header line, and a section for each test, sorted by name.
 *
 * @param path the file, which may not exist
 * @param sections the sections by their tests' names
 */
public record SnapshotFile(Path path, SortedMap<String, Section> sections) {

  private static final String FIRST = "# Firedrill snapshot";
  private static final String TITLE = "=== ";

  /**
   * The approved timeline of a test.
   *
   * @param line the line of its title, from 1; 0 if it is not in the file yet
   * @param lines its lines, without leading and trailing blank lines
   */
  public record Section(int line, List<String> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  public SnapshotFile {
    sections = Collections.unmodifiableSortedMap(new TreeMap<>(sections));
  }

  /** The snapshot file of a scenario file: {@code queue.snapshot} beside {@code queue.yml}. */
  public static Path beside(Path scenarioFile) {
    String name = scenarioFile.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    return scenarioFile.resolveSibling(name + ".snapshot");
  }

  /** The section name for a test, whose name may have several lines. */
  public static String sectionName(String test) {
    return test.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** Whether the file exists and is a snapshot. */
  public static boolean exists(Path path) {
    try {
      return Files.isRegularFile(path) && TextFile.read(path).startsWith(FIRST);
    } catch (InputException e) {
      return false;
    }
  }

  /**
   * Reads a file. A missing file has no sections.
   *
   * @throws InputException if it cannot be read, or is not a snapshot
   */
  public static SnapshotFile read(Path path) {
    return Files.exists(path)
        ? of(path, TextFile.read(path).lines().toList())
        : new SnapshotFile(path, new TreeMap<>());
  }

  private static SnapshotFile of(Path path, List<String> lines) {
    Map<String, Section> sections = new TreeMap<>();
    if (lines.isEmpty() || !lines.get(0).startsWith(FIRST)) {
      throw problem(path, 1, lines, "this is not a snapshot: expected \"" + FIRST + "\" first");
    }
    int at = 1;
    while (at < lines.size()) {
      String title = lines.get(at);
      if (title.isBlank()) {
        at++;
        continue;
      }
      if (!title.startsWith(TITLE)) {
        throw problem(path, at + 1, lines, "expected \"" + TITLE + "\" and a test's name");
      }
      int end = at + 1;
      while (end < lines.size() && !lines.get(end).startsWith(TITLE)) {
        end++;
      }
      String name = title.substring(TITLE.length()).strip();
      Section section = new Section(at + 1, trimmed(lines.subList(at + 1, end)));
      Section before = sections.put(name, section);
      if (before != null) {
        throw problem(
            path, at + 1, lines, "\"" + name + "\" has a section in line " + before.line());
      }
      at = end;
    }
    return new SnapshotFile(path, new TreeMap<>(sections));
  }

  private static List<String> trimmed(List<String> lines) {
    int from = 0;
    int to = lines.size();
    while (from < to && lines.get(from).isBlank()) {
      from++;
    }
    while (to > from && lines.get(to - 1).isBlank()) {
      to--;
    }
    return lines.subList(from, to).stream().map(String::stripTrailing).toList();
  }

  private static InputException problem(Path path, int line, List<String> lines, String message) {
    String text = lines.isEmpty() ? "" : lines.get(line - 1);
    return new InputException(
        List.of(
            new Problem(
                Severity.ERROR,
                new Position(path, line, 1),
                message,
                text,
                Math.max(1, text.length()),
                Optional.of("rewrite the file with --update-snapshots"))));
  }

  /** The same with this section added or replaced. */
  public SnapshotFile with(String name, List<String> lines) {
    TreeMap<String, Section> all = new TreeMap<>(sections);
    all.put(name, new Section(0, lines));
    return new SnapshotFile(path, all);
  }

  /** The same with only these sections. */
  public SnapshotFile retaining(Set<String> names) {
    TreeMap<String, Section> kept = new TreeMap<>(sections);
    kept.keySet().retainAll(names);
    return new SnapshotFile(path, kept);
  }

  /** The text of the file. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(FIRST + ": approved timelines of tests. See firedrill test --update-snapshots");
    sections.forEach(
        (name, section) -> {
          lines.add("");
          lines.add(TITLE + name);
          lines.addAll(section.lines());
        });
    return String.join("\n", lines) + "\n";
  }

  /**
   * Writes the file if that changes it.
   *
   * @return whether it changed
   */
  public boolean write() {
    try {
      boolean changes = !Files.exists(path) || !Files.readString(path).equals(text());
      if (changes) {
        WholeFile.write(path, text());
      }
      return changes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }
}
