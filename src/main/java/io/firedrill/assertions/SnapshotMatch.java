package io.firedrill.assertions;

import io.firedrill.internal.snapshot.SnapshotFile;
import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.LineDiff;
import io.firedrill.internal.verdict.SnapshotText;
import io.firedrill.model.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Compares a timeline with the approved one, in a file with a single section. */
final class SnapshotMatch {

  private static final int SHOWN = 60;
  private static final String SECTION = "timeline";

  private SnapshotMatch() {}

  static Optional<String> check(Path file, SnapshotMode mode, Timeline timeline) {
    List<String> found = SnapshotText.lines(timeline);
    if (mode == SnapshotMode.UPDATE) {
      write(file, found);
      return Optional.empty();
    }
    return Optional.ofNullable(SnapshotFile.read(file).sections().get(SECTION))
        .map(approved -> differs(file, approved.lines(), found))
        .orElseGet(() -> Optional.of(missing(file)));
  }

  private static void write(Path file, List<String> lines) {
    new SnapshotFile(file, new TreeMap<>()).with(SECTION, lines).write();
  }

  private static Optional<String> differs(Path file, List<String> approved, List<String> found) {
    return approved.equals(found)
        ? Optional.empty()
        : Optional.of(
            new FailureText("the timeline differs from the approved one in " + file)
                .section("approved (-), found (+):", LineDiff.of(approved, found, SHOWN))
                .hint(
                    "if this is intended, run with -D"
                        + SnapshotMode.PROPERTY
                        + "=update to approve it")
                .text());
  }

  private static String missing(Path file) {
    return new FailureText("there is no snapshot " + file)
        .hint("run with -D" + SnapshotMode.PROPERTY + "=update to write it; read it, and commit it")
        .text();
  }
}
