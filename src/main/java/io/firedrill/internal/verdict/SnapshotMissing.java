package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.SnapshotExpectation;

/** There is no approved timeline yet. */
final class SnapshotMissing {

  private SnapshotMissing() {}

  static Failure of(SnapshotExpectation expectation) {
    return new FailureText("there is no snapshot of this test in " + expectation.file())
        .hint(
            "firedrill test --update-snapshots "
                + expectation.scenarioFile()
                + " writes it; read it, and commit it")
        .difference(FailureKind.SNAPSHOT_MISSING)
        .at(expectation.position());
  }
}
