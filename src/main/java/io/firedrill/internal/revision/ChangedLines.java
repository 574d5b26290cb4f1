package io.firedrill.internal.revision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of the working tree that differ from a revision. */
public final class ChangedLines {

  private static final Pattern FILE = Pattern.compile("\\+\\+\\+ b/(.*?)\\t?");
  private static final Pattern HUNK = Pattern.compile("@@ -\\S+ \\+(\\d+)(?:,(\\d+))? @@.*");

  private final Map<Path, Set<Integer>> lines = new HashMap<>();
  private final Set<Path> added = new HashSet<>();

  private ChangedLines() {}

  /**
   * Compares the working tree with a revision.
   *
   * @param directory a directory of the repository
   * @throws RevisionException if there is no such revision, or no repository
   */
  public static ChangedLines since(Path directory, String revision) {
    Git git = new Git(directory.toAbsolutePath().normalize());
    Path top =
        git.topLevel()
            .orElseThrow(
                () ->
                    new RevisionException(
                        directory.toAbsolutePath().normalize() + " is not in a git repository"));
    String commit =
        git.commit(revision)
            .orElseThrow(
                () -> new RevisionException("there is no git revision \"" + revision + "\""));
    ChangedLines changed = new ChangedLines();
    changed.read(top, git.difference(commit));
    git.untracked().forEach(file -> changed.added.add(top.resolve(file).normalize()));
    return changed;
  }

  private void read(Path top, String difference) {
    Set<Integer> current = new HashSet<>();
    for (String line : difference.split("\n")) {
      Matcher file = FILE.matcher(line);
      Matcher hunk = HUNK.matcher(line);
      if (file.matches()) {
        current =
            lines.computeIfAbsent(top.resolve(file.group(1)).normalize(), any -> new HashSet<>());
      } else if (hunk.matches()) {
        int first = Integer.parseInt(hunk.group(1));
        int count = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
        for (int i = 0; i < count; i++) {
          current.add(first + i);
        }
      }
    }
  }

  /** Whether a line differs, or its file is new. */
  public boolean contains(Path file, int line) {
    Path absolute = real(file);
    return added.contains(absolute) || lines.getOrDefault(absolute, Set.of()).contains(line);
  }

  /** Git resolves links in the path of the repository. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }
}
