package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;
import static io.firedrill.internal.verdict.Given.notified;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.SnapshotExpectation;
import io.firedrill.internal.scenario.SnapshotExpectation.Use;
import io.firedrill.internal.snapshot.SnapshotFile.Section;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnapshotDiffersTest {

  private final Given given =
      Given.runIn2026()
          .alert(Labels.of("alertname", "Ingestion", "pipeline", "lake"), "5m", "10m", "18m");

  @Test
  void agrees() {
    assertThat(SnapshotDiffers.check(held(lines()), given.observed())).isEmpty();
    assertThat(SnapshotDiffers.check(expectation(Optional.empty(), Use.UPDATED), given.observed()))
        .isEmpty();
  }

  @Test
  void showsWhatWasApprovedBesideWhatWasFound() {
    List<String> before = lines();
    given.notified(given.webhook("10m30s", "firing", notified("firing", "pipeline", "lake")));

    assertText(
        SnapshotDiffers.check(
            held(before.stream().map(l -> l.replace("10m ", "15m ")).toList()), given.observed()),
        """
        drill.yaml:6:11: the timeline differs from the approved one in drill.snapshot:3
          approved (-), found (+):
              5m  Ingestion{pipeline="lake"}  inactive -> pending
            - 15m  Ingestion{pipeline="lake"}  pending -> firing
            + 10m  Ingestion{pipeline="lake"}  pending -> firing
            + 10m30s  webhook data-oncall  firing  {alertname="Ingestion"}
            +   firing Ingestion{pipeline="lake"}
            +     summary: Ingestion stands still
              18m  Ingestion{pipeline="lake"}  firing -> inactive
          hint: if this is intended, firedrill test --update-snapshots drill.yaml approves it
        """);
  }

  @Test
  void makesAFailureThatIsToldFromOthers() {
    Failure failure = SnapshotDiffers.check(held(List.of("x")), given.observed()).orElseThrow();

    assertThat(failure.kind()).hasToString("snapshot_differs");
  }

  private List<String> lines() {
    return SnapshotText.lines(given.observed().timeline());
  }

  private static SnapshotExpectation held(List<String> lines) {
    return expectation(Optional.of(new Section(3, lines)), Use.HELD);
  }

  static SnapshotExpectation expectation(Optional<Section> approved, Use use) {
    return new SnapshotExpectation(
        Path.of("drill.yaml"), "fills", Set.of("fills"), approved, use, Given.at(6, 11));
  }
}
