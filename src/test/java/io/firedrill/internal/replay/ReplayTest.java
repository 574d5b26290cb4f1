package io.firedrill.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.drill.Drill;
import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.recording.Recording;
import io.firedrill.internal.recording.RecordingSpec;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.run.FeedAhead;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.TimelineText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private static final String RULES =
      """
      groups:
      - name: queue
        rules:
        - {alert: QueueFull, expr: queue_length > 100, for: 2m}
        - {alert: QueueGrows, expr: 'delta(queue_length[5m]) > 50'}
        - {alert: QueueGone, expr: absent(queue_length)}
        - {alert: QueueLongFull, expr: 'avg_over_time(queue_length[1h]) > 100'}
      """;

  @TempDir private Path directory;

  private Recording recording(String rows) throws IOException {
    Path file = Files.writeString(directory.resolve("queue.csv"), "time,queue_length\n" + rows);
    return Recording.read(RecordingSpec.of(file));
  }

  private DrillSpec spec(Instant start) throws IOException {
    return DrillSpec.ofRules(Files.writeString(directory.resolve("rules.yml"), RULES))
        .start(start)
        .build();
  }

  private static String row(Instant time, Object value) {
    return time + "," + value + "\n";
  }

  @Test
  void doesNotDependOnHowFarAheadSamplesAreFed() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 180; i++) {
      // Samples every 20 s, not at evaluation times, with a gap.
      Instant time = START.plusSeconds(20L * i + 7);
      if (i < 90 || i > 120) {
        rows.append(row(time, i % 40 < 20 ? 0 : 200));
      }
    }
    Recording recording = recording(rows.toString());
    Replay replay = new Replay(TestPairs.newest(), spec(START), recording.last());

    List<Instant> progress = new ArrayList<>();
    Observed one = replay.run(recording, progress::add, Optional.of(FeedAhead.ONE_EVALUATION));
    Observed many = replay.run(recording, any -> {}, Optional.of(FeedAhead.AS_FAR_AS_TAKEN));

    assertThat(TimelineText.lines(many.timeline()))
        .hasSizeGreaterThan(10)
        .isEqualTo(TimelineText.lines(one.timeline()));
    assertThat(progress).hasSize(60).startsWith(START).isSorted();
  }

  @Test
  void readsSamplesBeforeItsStart() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int minute = -60; minute <= 5; minute++) {
      rows.append(row(START.plus(Duration.ofMinutes(minute)), minute < 0 ? 200 : 0));
    }
    Recording recording = recording(rows.toString());

    Observed observed =
        new Replay(TestPairs.newest(), spec(START), recording.last()).run(recording, any -> {});

    assertThat(TimelineText.lines(observed.timeline()))
        .containsExactly("0s (2026-03-02T08:00:00Z)  QueueLongFull  inactive -> firing");
  }

  @Test
  void equalsADrill() throws IOException {
    Path file = directory.resolve("queue.csv");
    recording(row(START, 200) + row(START.plusSeconds(240), 0));

    try (Drill drill = new RigDrill(TestPairs.newest(), spec(START))) {
      drill.recording(file).runFor(Duration.ofMinutes(5));

      assertThat(TimelineText.lines(drill.timeline()))
          .contains(
              "2m (2026-03-02T08:02:00Z)  QueueFull  pending -> firing",
              "4m (2026-03-02T08:04:00Z)  QueueFull  firing -> inactive");
    }
  }

  @Test
  void feedsOneEvaluationAtATimeIfARuleLooksAhead() throws IOException {
    Path file = directory.resolve("rules.yml");
    Files.writeString(file, RULES);
    assertThat(FeedAhead.of(RuleFile.read(file))).isEqualTo(FeedAhead.AS_FAR_AS_TAKEN);

    Files.writeString(file, RULES.replace("queue_length > 100", "queue_length offset -5m > 100"));
    assertThat(FeedAhead.of(RuleFile.read(file))).isEqualTo(FeedAhead.ONE_EVALUATION);
  }

  @Test
  void mustNotEndBeforeItStarts() throws IOException {
    DrillSpec spec = spec(START);

    assertThatThrownBy(() -> new Replay(TestPairs.newest(), spec, START.minusSeconds(60)))
        .hasMessage("a run that starts at 2026-03-02T08:00:00Z cannot end at 2026-03-02T07:59:00Z");
    assertThatThrownBy(
            () -> new Replay(TestPairs.newest(), spec, START.plus(Duration.ofDays(1000))))
        .hasMessage("the run has 1440000 evaluations, but the maximum is 1000000");
  }
}
