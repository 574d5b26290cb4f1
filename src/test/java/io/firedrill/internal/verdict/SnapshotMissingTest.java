package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;

import io.firedrill.internal.scenario.SnapshotExpectation.Use;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotMissingTest {

  @Test
  void saysWhatToRun() {
    assertText(
        SnapshotDiffers.check(
            SnapshotDiffersTest.expectation(Optional.empty(), Use.HELD), Given.run().observed()),
        """
        drill.yaml:6:11: there is no snapshot of this test in drill.snapshot
          hint: firedrill test --update-snapshots drill.yaml writes it; read it, and commit it
        """);
  }
}
