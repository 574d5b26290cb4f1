package io.firedrill.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps of a real promtool, in both of its formats. */
class PromtoolDumpTest {

  private static final String EXPOSITION =
      """
      # TYPE queue_length gauge
      queue_length{queue="a b",note="x \\"y\\" \\\\ é"} 5 1772438400
      queue_length{queue="a b",note="x \\"y\\" \\\\ é"} NaN 1772438460
      queue_length{queue="a b",note="x \\"y\\" \\\\ é"} 1.5e9 1772438520.25
      # EOF
      """;

  @TempDir private Path directory;

  @Test
  void canBeRead() throws Exception {
    Path database = Files.createDirectories(directory.resolve("data/wal")).getParent();
    Path text = Files.writeString(directory.resolve("in.om"), EXPOSITION);
    promtool("created", "create-blocks-from", "openmetrics", text.toString(), database.toString());

    Instant start = Instant.parse("2026-03-02T08:00:00Z");
    Labels labels = Labels.of("__name__", "queue_length", "queue", "a b", "note", "x \"y\" \\ é");
    for (String how : List.of("dump-openmetrics", "dump")) {
      Path dump =
          promtool(
              "dump", how, "--sandbox-dir-root=" + directory, database.toAbsolutePath().toString());

      List<RecordedSeries> series = Recording.read(RecordingSpec.of(dump)).series();

      assertThat(series).as(how).extracting(RecordedSeries::labels).containsExactly(labels);
      List<Sample> samples = new ArrayList<>();
      series.get(0).samples().forEachRemaining(samples::add);
      assertThat(samples)
          .as(how)
          .containsExactly(
              new Sample(start, SampleValue.of(5)),
              new Sample(start.plusSeconds(60), SampleValue.stale()),
              new Sample(start.plusMillis(120_250), SampleValue.of(1.5e9)));
    }
  }

  private Path promtool(String output, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(TestPairs.pair("3.5.3").promtool().orElseThrow().toString());
    command.add("tsdb");
    command.addAll(List.of(arguments));
    Path out = directory.resolve(output);
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return out;
  }
}
