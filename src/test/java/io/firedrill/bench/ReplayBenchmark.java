package io.firedrill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.recording.Recording;
import io.firedrill.internal.recording.RecordingSpec;
import io.firedrill.internal.replay.Replay;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.verdict.Observed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Speed of a replay: a week of 200 series, a sample a minute, through twenty plain alerting rules,
 * and through the shipped ones, of which some average over seven days at every evaluation.
 */
@Tag("bench")
class ReplayBenchmark {

  @TempDir Path temporary;

  @Test
  void throughTwentyRules() throws IOException {
    StringBuilder rules = new StringBuilder("groups:\n- name: models\n  rules:\n");
    for (int i = 1; i <= 20; i++) {
      rules
          .append("  - {alert: Accuracy")
          .append(i)
          .append(", expr: sentiment_model_validation_accuracy < 0.")
          .append(30 + i)
          .append(", for: 15m, labels: {severity: warning, team: ml}}\n");
    }
    aWeek("20 rules", Files.writeString(temporary.resolve("rules.yml"), rules));
  }

  @Test
  void throughTheShippedRules() throws IOException {
    aWeek("the shipped rules", Path.of("rules/alertmanager_rules.yaml"));
  }

  private void aWeek(String what, Path rules) throws IOException {
    Path file = temporary.resolve("week.om.gz");
    long samples = BenchRecording.write(file);
    RigFactory rigs = TestPairs.newest();
    DrillSpec spec =
        DrillSpec.ofRules(rules)
            .alertmanagerConfig(Path.of("rules/alertmanager.yml"))
            .start(BenchRecording.START.plus(Duration.ofMinutes(1)))
            .build();
    long begin = System.nanoTime();
    Recording recording = Recording.read(RecordingSpec.of(file));
    long read = System.nanoTime();
    Observed observed = new Replay(rigs, spec, recording.last()).run(recording, any -> {});
    long end = System.nanoTime();
    assertThat(recording.samples()).isEqualTo(samples);
    System.out.printf(
        "replay of 7 d through %s, %d series, %d samples, %d MB: read in %.1f s, replayed in %.1f s with %s:"
            + " %d evaluations, %d changes of alerts, %d notifications%n",
        what,
        recording.series().size(),
        samples,
        Files.size(file) >> 20,
        (read - begin) / 1e9,
        (end - read) / 1e9,
        rigs.description(),
        observed.evaluations().size(),
        observed.timeline().alertChanges().size(),
        observed.timeline().notifications().size());
  }
}
