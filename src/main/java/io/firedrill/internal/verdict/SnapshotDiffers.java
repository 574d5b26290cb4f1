package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.SnapshotExpectation;
import io.firedrill.internal.scenario.SnapshotExpectation.Use;
import io.firedrill.internal.snapshot.SnapshotFile.Section;
import java.util.List;
import java.util.Optional;

/** The timeline differs from the approved one. */
final class SnapshotDiffers {

  private static final int SHOWN = 60;

  private SnapshotDiffers() {}

  static Optional<Failure> check(SnapshotExpectation expectation, Observed observed) {
    if (expectation.use() == Use.UPDATED) {
      return Optional.empty();
    }
    if (expectation.approved().isEmpty()) {
      return Optional.of(SnapshotMissing.of(expectation));
    }
    List<String> found = SnapshotText.lines(observed.timeline());
    Section approved = expectation.approved().get();
    return approved.lines().equals(found)
        ? Optional.empty()
        : Optional.of(differs(expectation, approved, found));
  }

  private static Failure differs(
      SnapshotExpectation expectation, Section approved, List<String> found) {
    String place = expectation.file() + ":" + approved.line();
    return new FailureText("the timeline differs from the approved one in " + place)
        .section("approved (-), found (+):", LineDiff.of(approved.lines(), found, SHOWN))
        .hint(
            "if this is intended, firedrill test --update-snapshots "
                + expectation.scenarioFile()
                + " approves it")
        .difference(FailureKind.SNAPSHOT_DIFFERS)
        .at(expectation.position());
  }
}
